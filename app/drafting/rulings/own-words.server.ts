import type { Db } from '#app/db/client.server.ts';
import { printOf } from '../office/print-of.server.ts';
import { readStoredFinals, storedFinals } from './draft-input.ts';
import type { FinalText } from './ruling-plan.ts';

type Words = { decision: string; reason: string; finals: ReadonlyMap<number, FinalText> };

/** Print of what a draft of a ruling says; its line of the record keeps it, since the draft itself may be written over. */
export function rulingPrint({ decision, reason, finals }: Words): string {
  return printOf([decision, reason, storedFinals(finals)]);
}

type Draft = { remarkId: string; decision: string; reason: string; finals: unknown; createdAt: Date };

/**
 * Whether the viewer ever wrote what a draft says about the same remark: then it is the viewer's own, although another official handed it
 * in. Drafts given up, sent back or written over count too.
 */
export async function wroteTheSame(tx: Db, { viewerId, draft }: { viewerId: string; draft: Draft }): Promise<boolean> {
  const print = rulingPrint({ decision: draft.decision, reason: draft.reason, finals: readStoredFinals(draft.finals) });
  const own = await tx.rulingDraft.findMany({
    where: { remarkId: draft.remarkId, draftedById: viewerId },
    select: { id: true, decision: true, reason: true, finals: true },
  });
  if (
    own.some(
      (each) =>
        rulingPrint({ decision: each.decision, reason: each.reason, finals: readStoredFinals(each.finals) }) === print,
    )
  )
    return true;
  const lines = await tx.event.findMany({
    where: {
      subjectType: 'draft',
      subjectId: { in: own.map(({ id }) => id) },
      actorId: viewerId,
      kind: { in: ['draft-saved', 'draft-handed-in', 'draft-collected'] },
    },
    select: { data: true },
  });
  return lines.some(({ data }) => (data as { print?: unknown }).print === print);
}
