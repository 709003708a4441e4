/** One line for each trial of the crash run, and the line at its end. */
export type Trial = { name: string; run(): Promise<string> };

/** Runs the trials one after the other; a trial answers with its counts or throws. Returns the exit code. */
export async function runTrials(trials: readonly Trial[]): Promise<number> {
  let failed = 0;
  for (const { name, run } of trials) {
    const start = Date.now();
    const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
    try {
      console.log(`✓ ${name}: ${await run()} (${seconds()})`);
    } catch (error) {
      failed += 1;
      console.log(`✗ ${name}: ${error instanceof Error ? error.message : String(error)} (${seconds()})`);
    }
  }
  console.log(`\n${trials.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

export function must(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Error(otherwise);
}
