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
    used: survey.answeredBy === 'code' ? await usedMarks(db, survey.id) : 0,
    kiosks: await db.surveyCode.count({ where: { surveyId: survey.id, batch: kioskBatch } }),
  };
}

async function usedMarks(db: Db, surveyId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ used: number }[]>`
    select coalesce(cardinality(marks), 0)::int as used from "SurveyAnswered" where "surveyId" = ${surveyId}::uuid`;
  return row?.used ?? 0;
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
