import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { saveCodings, type SaveCodingError } from './save-codings.server.ts';
import type { CodingAnswer } from './coding-answer.ts';

export type SaveCodingInput = CodingAnswer & { viewer: Viewer; slug: string; teryt: string };
export type SaveCodingResult = { ok: true; revision: number } | { ok: false; error: SaveCodingError };

/** Saves the answer to one indicator of one municipality, by the rules of `saveCodings`. */
export async function saveCoding(
  db: Db,
  { viewer, slug, teryt, ...answer }: SaveCodingInput,
): Promise<SaveCodingResult> {
  const result = await saveCodings(db, { viewer, slug, teryt, answers: [answer] });
  return result.ok
    ? { ok: true, revision: result.revisions.get(answer.indicator) ?? answer.revision }
    : { ok: false, error: result.error };
}
