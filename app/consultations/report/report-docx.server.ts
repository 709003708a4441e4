import type { Locale } from '#app/i18n/locale.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { allOf, type OpenReport } from './load-report.server.ts';

/** The report as a Word document. Its lines are read when its turn has come. */
export function reportDocx(report: OpenReport, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  const { head, total, final, corrections } = report;
  return runTask('make-report-word', async () => ({ head, total, final, corrections, lines: await allOf(report), locale }), `${report.state} ${locale}`);
}
