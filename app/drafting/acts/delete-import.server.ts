import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import type { CorrectResult } from './correct-roles.server.ts';
import { getImport } from './get-import.server.ts';

/** Deletes a text that was read in and not published, with its file; the record keeps that there was one. Refused when it has changed since. */
export async function deleteImport(
  db: Db,
  { viewer, id, revision }: { viewer: Viewer; id: string; revision: number },
): Promise<CorrectResult> {
  const draft = await getImport(db, { viewer, id });
  if (draft.slug) return { ok: false, error: { code: 'published' } };
  return transaction(db, async (tx) => {
    const { count } = await tx.importDraft.deleteMany({
      where: { id, teryt: draft.teryt, revision, consultationId: null },
    });
    if (count === 0) return { ok: false, error: { code: 'conflict' } };
    await recordEvent(tx, {
      teryt: draft.teryt,
      actorId: viewer.id,
      kind: 'import-deleted',
      subject: { type: 'import', id },
      data: { revision },
    });
    return { ok: true };
  });
}
