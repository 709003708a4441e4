import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { writeTable } from '#app/publishing/csv/write-table.server.ts';
import { codeOf, printedCode } from './codes.ts';
import { kioskBatch } from './make-codes.server.ts';
import { findForOffice, type OfficeSurvey } from './office-survey.server.ts';

/** How many codes of a survey there are, and how many were used; never which. */
export async function codesPage(
  db: Db,
  { viewer, slug }: { viewer: Viewer; slug: string },
): Promise<{ survey: OfficeSurvey; made: number; used: number; kiosks: number }> {
  const survey = await findForOffice(db, { viewer, slug });
  const where = { surveyId: survey.id, batch: { not: kioskBatch } };
  return {
    survey,
    made: await db.surveyCode.count({ where }),
    used: await db.surveyCode.count({ where: { ...where, isUsed: true } }),
    kiosks: await db.surveyCode.count({ where: { surveyId: survey.id, batch: kioskBatch } }),
  };
}

/** Codes as a table, with the address where each is typed. */
export async function codesCsv(
  db: Db,
  { viewer, slug, codes, address }: { viewer: Viewer; slug: string; codes: readonly string[]; address: string },
): Promise<string> {
  await findForOffice(db, { viewer, slug });
  const rows = codes.flatMap((code) => (codeOf(code) ? [[printedCode(code), address]] : []));
  return writeTable(['kod', 'adres'], rows);
}
