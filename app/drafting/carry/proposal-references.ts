import { assignCitations } from '#app/text/tree/cite.ts';
import { scanReferences } from '#app/text/references/reference-scan.ts';
import { rewriteReferences } from '#app/text/number/rewrite.ts';
import { indexUnits } from '#app/text/tree/tree.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { isNumberedAlike } from '#app/drafting/acts/follow-references.ts';
import { keyedAct, type FlatUnit } from '#app/drafting/acts/unit-tree.ts';

/** Words an open amendment asks for; `type` is that of the unit they would be. */
export type ProposedWords = { id: string; clauseId: string; type: UnitType; after: string; rest: string | null };
export type AdjustedWords = { after: string; rest: string | null };

/** A unit of a version; `clauseId` null for one that the database has yet to name. */
export type ReferredUnit = FlatUnit & { clauseId: string | null };

/** Whether words of an amendment refer to units at all. */
export function hasReferences({ after, rest }: { after: string | null; rest: string | null }): boolean {
  return [after, rest].some((words) => words !== null && words !== '' && scanReferences(words).length > 0);
}

/**
 * The words of open amendments whose references would lead elsewhere in the text `after`, with those references following the
 * units they meant in `before`; nothing for the others. The proposed units stand without a number beside the clause they are
 * about, in both texts, so that they are read as the text itself is.
 */
export function adjustProposals(
  before: readonly ReferredUnit[],
  after: readonly ReferredUnit[],
  proposals: readonly ProposedWords[],
): Map<string, AdjustedWords> {
  const there = new Set(after.map(({ clauseId }) => clauseId));
  const carried = proposals.filter(({ clauseId }) => there.has(clauseId));
  if (carried.length === 0 || keepsNumbers(before, after)) return new Map();
  const old = keyedAct(withProposals(before, carried));
  assignCitations(old);
  const { act } = rewriteReferences(old, keyedAct(withProposals(after, carried)));
  const written = indexUnits(act);
  return new Map(
    carried.flatMap(({ id, ...words }): [string, AdjustedWords][] => {
      const adjusted = {
        after: written.get(keyOf(id))?.text ?? words.after,
        rest: words.rest === null ? null : (written.get(restKeyOf(id))?.text ?? words.rest),
      };
      return adjusted.after === words.after && adjusted.rest === words.rest ? [] : [[id, adjusted]];
    }),
  );
}

/** Whether no reference can have changed its meaning between two versions. */
export function keepsNumbers(before: readonly ReferredUnit[], after: readonly ReferredUnit[]): boolean {
  return isNumberedAlike(before, after, ({ clauseId }) => clauseId);
}

const keyOf = (id: string) => `proposed ${id}`;
const restKeyOf = (id: string) => `proposed rest ${id}`;

/** Each proposal behind its clause and everything under it. */
function withProposals(
  units: readonly ReferredUnit[],
  proposals: readonly ProposedWords[],
): (FlatUnit & { key: string })[] {
  const byClause = new Map<string, ProposedWords[]>();
  for (const proposal of proposals)
    byClause.set(proposal.clauseId, [...(byClause.get(proposal.clauseId) ?? []), proposal]);
  const rows: (FlatUnit & { key: string })[] = [];
  const open: { depth: number; added: (FlatUnit & { key: string })[] }[] = [];
  const close = (depth: number) => {
    while (open.length > 0 && open.at(-1)!.depth >= depth) rows.push(...open.pop()!.added);
  };
  units.forEach(({ clauseId, ...unit }, at) => {
    close(unit.depth);
    rows.push({ ...unit, key: clauseId ?? `new ${at}` });
    open.push({
      depth: unit.depth,
      added: (byClause.get(clauseId ?? '') ?? []).flatMap((proposal) => asUnits(proposal, unit)),
    });
  });
  close(0);
  return rows;
}

function asUnits(
  { id, type, after, rest }: ProposedWords,
  { depth, quoted }: FlatUnit,
): (FlatUnit & { key: string })[] {
  const unit = { type, label: '', number: '', heading: '', quoted, depth };
  return [
    { ...unit, key: keyOf(id), text: after },
    ...(rest === null ? [] : [{ ...unit, key: restKeyOf(id), text: rest }]),
  ];
}
