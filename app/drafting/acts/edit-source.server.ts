import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import type { CorrectResult } from './correct-roles.server.ts';
import { getImport } from './get-import.server.ts';
import { isOpen } from './import-report.ts';
import { writeOverrides } from './import-lines.ts';
import { carryRoles } from './tasks.server.ts';

export type EditSource = { viewer: Viewer; id: string; revision: number; source: string };

/** Replaces the source of an import. Corrections of lines that stand unchanged go with them. */
export async function editSource(db: Db, { viewer, id, revision, source }: EditSource): Promise<CorrectResult> {
  const draft = await getImport(db, { viewer, id });
  if (draft.slug) return { ok: false, error: { code: 'published' } };
  // The text is not settled yet: it may be replaced as a whole.
  if (draft.revision !== revision || isOpen(draft.report)) return { ok: false, error: { code: 'conflict' } };
  await requireLimit(db, 'office-preview', { person: viewer.id });
  const overrides = await runTask(carryRoles, { before: draft.source, after: source, overrides: draft.overrides });
  return transaction(db, async (tx) => {
    const { count } = await tx.importDraft.updateMany({
      where: { id, teryt: draft.teryt, revision, consultationId: null },
      data: { source, overrides: writeOverrides(overrides), revision: { increment: 1 } },
    });
    if (count === 0) return { ok: false, error: { code: 'conflict' } };
    await recordEvent(tx, {
      teryt: draft.teryt,
      actorId: viewer.id,
      kind: 'import-edited',
      subject: { type: 'import', id: id },
      data: { characters: source.length },
    });
    return { ok: true };
  });
}
