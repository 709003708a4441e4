import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import type { CorrectResult } from './correct-roles.server.ts';
import { getImport } from './get-import.server.ts';
import type { Decision } from './import-report.ts';

export type DecideChanges = { viewer: Viewer; id: string; revision: number; decision: Decision };

/**
 * Says what becomes of the tracked changes of a file that was read in: accepted, rejected, or left out of the text to become
 * amendments of it once it is published. Said once; refused when the draft has changed since the page was made.
 */
export async function decideChanges(db: Db, { viewer, id, revision, decision }: DecideChanges): Promise<CorrectResult> {
  const draft = await getImport(db, { viewer, id });
  if (draft.slug) return { ok: false, error: { code: 'published' } };
  const changes = draft.report?.changes ?? null;
  if (draft.revision !== revision || changes?.decision !== 'open') return { ok: false, error: { code: 'conflict' } };
  await requireLimit(db, 'office-preview', { person: viewer.id });
  const decided = { ...changes, decision, accepted: '', file: decision === 'amendments' ? changes.file : null };
  return transaction(db, async (tx) => {
    const { count } = await tx.importDraft.updateMany({
      where: { id, teryt: draft.teryt, revision, consultationId: null },
      data: {
        notes: { ...draft.report, changes: decided },
        revision: { increment: 1 },
        ...(decision === 'accept' ? { source: changes.accepted } : {}),
      },
    });
    if (count === 0) return { ok: false, error: { code: 'conflict' } };
    await recordEvent(tx, {
      teryt: draft.teryt,
      actorId: viewer.id,
      kind: 'import-changes-decided',
      subject: { type: 'import', id },
      data: { decision, changes: changes.count },
    });
    return { ok: true };
  });
}
