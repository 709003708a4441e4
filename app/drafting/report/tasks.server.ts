/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const makeReportWord = heavyWork(
  'make-report-word',
  async () => (await import('./make-report-word.ts')).makeReportWord,
);
