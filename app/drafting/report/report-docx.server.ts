import type { Locale } from '#app/i18n/locale.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { allOf } from './load-report.server.ts';
import type { OpenReport } from './open-report.ts';
import { makeReportWord } from './tasks.server.ts';

/** The report as a Word document. Its lines are read when its turn has come. */
export function reportDocx(report: OpenReport, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  const { head, total, final, redactions, corrections } = report;
  return runTask(
    makeReportWord,
    async () => ({ head, total, final, redactions, corrections, lines: await allOf(report), locale }),
    `${report.state} ${locale}`,
  );
}
