/** Lets everybody else have a turn: for work that is short in each of its parts and long as a whole. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
