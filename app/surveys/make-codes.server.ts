import { randomBytes } from 'node:crypto';
import type { Db } from '#app/db/client.server.ts';
import { hashSecret } from '#app/people/secrets.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { codeFrom, codeLength } from './codes.ts';
import { recordSurvey, surveyWrite, type Moved } from './office-survey.server.ts';

/** Codes of one survey: a town writes to every household. */
const mostCodes = 50_000;
/** Codes made at once. */
export const codesAtOnce = 2_000;

/** The batch of the keys that open a kiosk, which are not used up. */
export const kioskBatch = 0;

type MakeCodes = { viewer: Viewer; slug: string; count: number; forKiosk?: boolean };

/** Makes codes, or the key of a kiosk. They are handed out here and never again: only their hashes are kept. */
export function makeCodes(
  db: Db,
  { viewer, slug, count, forKiosk = false }: MakeCodes,
): Promise<{ ok: true; codes: string[]; batch: number } | { ok: false; error: { code: 'too-many' } } | Moved> {
  return surveyWrite(db, { viewer, slug, revision: null }, async (tx, survey) => {
    const made = await tx.surveyCode.count({ where: { surveyId: survey.id } });
    if (made + count > mostCodes) return { ok: false as const, error: { code: 'too-many' as const } };
    const last = await tx.surveyCode.aggregate({ where: { surveyId: survey.id }, _max: { batch: true } });
    const batch = forKiosk ? kioskBatch : (last._max.batch ?? 0) + 1;
    const codes = new Set<string>();
    while (codes.size < count) codes.add(codeFrom(randomBytes(codeLength)));
    await tx.surveyCode.createMany({
      data: [...codes].map((code) => ({ surveyId: survey.id, batch, hash: codeHash(survey.id, code) })),
      skipDuplicates: true,
    });
    await recordSurvey(tx, survey, { viewer, kind: 'survey-changed', data: { codes: count } });
    return { ok: true as const, codes: [...codes], batch };
  });
}

/** A code of 40 bits is guessed by machines that have the table; the hash keeps it from those who only see the rows, and guessing on the page is bounded. */
export function codeHash(surveyId: string, code: string): string {
  return hashSecret(`${surveyId} ${code}`);
}
