import type { Db } from '#app/db/client.server.ts';
import type { FormFile } from '#app/forms/form-files.server.ts';
import type { FormFailure } from '#app/forms/form.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { ownFiles } from '#app/uploads/store-file.server.ts';
import { attachComplaint, storeAttachment } from './attach-file.server.ts';

type Values = FormFailure['values'];
type Taken =
  | { ok: true; hash: string | null; values: Values }
  | { ok: false; complaint: ReturnType<typeof attachComplaint>; values: Values };

/**
 * The scan that came with the form of a letter: kept at once, so that a form that comes back still has it, and named in the values by its
 * content; the one kept before where none was chosen this time.
 */
export async function takeScan(
  db: Db,
  { viewer, values, files }: { viewer: Viewer; values: Values; files: readonly FormFile[] },
): Promise<Taken> {
  const file = files.find(({ field }) => field === 'scan');
  const { scanHash, scanName: _scanName, scan: _scan, ...rest } = values;
  if (!file) {
    const hash = scanHash?.[0] ?? '';
    const kept = (await ownFiles(db, { userId: viewer.id, hashes: hash === '' ? [] : [hash] })).get(hash);
    return kept
      ? { ok: true, hash, values: { ...rest, scanHash: [hash], scanName: [kept.name] } }
      : { ok: true, hash: null, values: rest };
  }
  const stored = await storeAttachment(db, { viewer, name: file.name, bytes: file.bytes });
  if (!stored.ok) return { ok: false, complaint: attachComplaint(stored.error), values: rest };
  const { hash, name } = stored.file;
  return { ok: true, hash, values: { ...rest, scanHash: [hash], scanName: [name] } };
}
