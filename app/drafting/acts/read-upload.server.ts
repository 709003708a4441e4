import type { Db } from '#app/db/client.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { readSource, type SourceResult } from './read-source.server.ts';

/** The text an official brings in; files are counted, because each is read anew. Throws AppError: too-many, busy, too-much-work. */
export async function readUpload(
  db: Db,
  { viewer, text, file }: { viewer: Viewer; text: string; file: File | null },
): Promise<SourceResult> {
  if (file) await requireLimit(db, 'upload', { person: viewer.id });
  return readSource({ text, file });
}

/** The same for a text that has been adopted: one with open tracked changes is refused, for nobody here may say what was adopted. */
export async function readSettledUpload(
  db: Db,
  given: { viewer: Viewer; text: string; file: File | null },
): Promise<SourceResult> {
  const source = await readUpload(db, given);
  if (!source.ok || source.report === null) return source;
  const { changes, done } = source.report;
  const isOpen = changes !== null || done.some(({ kind }) => kind === 'deleted' || kind === 'inserted');
  return isOpen ? { ok: false, error: { field: given.file ? 'file' : 'text', code: 'open-changes' } } : source;
}
