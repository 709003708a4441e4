import type { Db } from '#app/db/client.server.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { openReport } from './load-report.server.ts';
import type { ReportLine } from './report-document.ts';

/** A report as one document. For a final one these are the bytes its hash is of, unless words were blacked out since. */
export async function reportJson(
  db: Db,
  where: { slug: string; number: number | null; live: boolean; now: Date },
): Promise<string> {
  // One document, one order: that of the register, whatever the address says.
  const { head, batches } = await openReport(db, { ...where, order: 'number' });
  const lines: ReportLine[] = [];
  for await (const batch of batches()) lines.push(...batch);
  return canonicalJson({ ...head, lines });
}
