import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { getImport } from './get-import.server.ts';
import { isOpen } from './import-report.ts';
import { applyRoleChoices, writeOverrides, type RoleChoice } from './import-lines.ts';
import { reviewImport } from './review-import.server.ts';

export type CorrectRoles = { viewer: Viewer; id: string; revision: number; choices: readonly RoleChoice[] };
export type CorrectResult = { ok: true } | { ok: false; error: { code: 'conflict' | 'published' } };

/** Saves the roles an official gave to the lines shown. Refused when the draft has changed since the page was made. */
export async function correctRoles(db: Db, { viewer, id, revision, choices }: CorrectRoles): Promise<CorrectResult> {
  const draft = await getImport(db, { viewer, id });
  if (draft.slug) return { ok: false, error: { code: 'published' } };
  // The text is not settled yet: it may be replaced as a whole.
  if (draft.revision !== revision || isOpen(draft.report)) return { ok: false, error: { code: 'conflict' } };
  await requireLimit(db, 'office-preview', { person: viewer.id });
  const { lines } = await reviewImport(draft);
  const overrides = applyRoleChoices(draft.overrides, lines, choices);
  return transaction(db, async (tx) => {
    const { count } = await tx.importDraft.updateMany({
      where: { id, teryt: draft.teryt, revision, consultationId: null },
      data: { overrides: writeOverrides(overrides), revision: { increment: 1 } },
    });
    if (count === 0) return { ok: false, error: { code: 'conflict' } };
    await recordEvent(tx, {
      teryt: draft.teryt,
      actorId: viewer.id,
      kind: 'import-corrected',
      subject: { type: 'import', id: id },
      data: { corrections: overrides.size },
    });
    return { ok: true };
  });
}
