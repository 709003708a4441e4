import type { Decidable } from './load-decidable.server.ts';
import { readStoredFinals } from './draft-input.ts';
import { rulingPrint } from './own-words.server.ts';
import type { FinalText } from './ruling-plan.ts';

type Asking = {
  remark: Pick<Decidable['remark'], 'id'>;
  operations: readonly Pick<Decidable['operations'][number], 'seq' | 'op' | 'clauseId'>[];
};
type Kept = { decision: string; reason: string; finals: unknown };

/** Other words of the first amendment for a member that asks for a change of the same units; none for a remark without wording. */
export function sharedFinals(
  finals: ReadonlyMap<number, FinalText>,
  lead: Asking,
  member: Asking,
): Map<number, FinalText> {
  if (lead.remark.id === member.remark.id) return new Map(finals);
  // Marks at the ends of neighbours go with the change, whoever asks for it.
  const marks = member.operations.some(({ op }) => op !== 'none') ? [...finals].filter(([seq]) => seq < 0) : [];
  return new Map([
    ...marks,
    ...member.operations.flatMap(({ seq, op, clauseId }) => {
      const own = lead.operations.find((each) => op !== 'none' && each.op === op && each.clauseId === clauseId);
      const words = own && finals.get(own.seq);
      return words ? [[seq, words] as const] : [];
    }),
  ]);
}

/**
 * Whether what an official keeps for each member of a group is one answer: that of the first amendment, with its other words wherever a
 * member asks for a change of the same units. Anything else was written for a remark by itself.
 */
export function isOneAnswer(
  { lead, members }: { lead: Asking; members: readonly Asking[] },
  drafts: ReadonlyMap<string, Kept>,
): boolean {
  const first = drafts.get(lead.remark.id);
  if (!first) return false;
  const finals = readStoredFinals(first.finals);
  return members.every((member) => {
    const own = drafts.get(member.remark.id);
    return (
      own !== undefined &&
      rulingPrint({ ...own, finals: readStoredFinals(own.finals) }) ===
        rulingPrint({ ...first, finals: sharedFinals(finals, lead, member) })
    );
  });
}
