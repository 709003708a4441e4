const closers: (() => Promise<void>)[] = [];

/** Runs `close` when the test file is over, wherever in the file it is called. */
export function afterFile(close: () => Promise<void>): void {
  closers.push(close);
}

/** Last opened first closed. */
export async function closeFile(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}
