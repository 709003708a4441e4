import type { DraftChange, DraftUnit } from '#app/drafting/acts/draft.ts';
import { unitsByClause } from '#app/drafting/acts/draft.ts';
import { nextText } from '#app/drafting/acts/next-text.ts';
import { unitsOfChanges } from '#app/drafting/acts/touched-units.ts';
import type { NumberedChanges } from './combine-changes.ts';
import { changesOfRuling, type RecordedRuling, type Step } from './recorded-ruling.ts';
import type { Effect } from './take-back.ts';
import { sharesOf, textTogether } from './text-together.ts';

/** Rulings that were released together, in their order, with the version before and the one they made. */
export type Released = {
  rulings: readonly (RecordedRuling & { number: number })[];
  step: Step;
  numbering: 'draft' | 'adopted';
};

/** What they did to the text, all in one step, and the units that each of them changed. */
export type RecordedTogether = {
  amendments: NumberedChanges[];
  changes: DraftChange[];
  /** Units of each change. */
  touched: string[][];
  /** Units of each ruling. */
  units: string[][];
};

/** The same from the record of each; what is wrong with it where they cannot have been released together. */
export function retraceTogether({ rulings, step, numbering }: Released): RecordedTogether | string {
  const amendments: NumberedChanges[] = [];
  for (const { number, ...ruling } of rulings) {
    const made = changesOfRuling(ruling, step);
    if (!made) return `the ruling on remark ${number} (${ruling.decision}) cannot have been made`;
    amendments.push({ number, changes: made.changes });
  }
  const draft = { units: step.before, numbering };
  const { changes, conflicts } = textTogether(draft, amendments, { isReplay: true });
  if (conflicts.length > 0)
    return `the rulings on remarks ${conflicts[0]!.sides.map(({ number }) => number).join(', ')} contradict each other`;
  const touched = unitsOfChanges(draft, changes, step.after);
  if (!touched) return 'its rulings lead to another number of units';
  const units = sharesOf(changes, amendments).map((places) => [...new Set(places.flatMap((at) => touched[at] ?? []))]);
  return { amendments, changes, touched, units };
}

/**
 * What one of them did beside the others: the text as the others alone would have made it is what it was made on. What somebody else asked for
 * as well is not its own. Those of `replaced` were corrected since: as if they had not been made, so that words which several asked for go with
 * the last of them. Null where the record does not lead to the version.
 */
export function effectBeside({
  number,
  replaced = [],
  ...released
}: Released & { number: number; replaced?: readonly number[] }): Effect | null {
  const together = retraceTogether(released);
  const own = typeof together === 'string' ? null : together.amendments.find((each) => each.number === number);
  if (typeof together === 'string' || !own) return null;
  const holding = together.amendments.filter((each) => each === own || !replaced.includes(each.number));
  const others = holding.filter((each) => each !== own);
  const base = textBy(others, { together, released });
  const isWhole = holding.length === together.amendments.length;
  const after = isWhole ? released.step.after : textBy(holding, { together, released });
  if (!base || !after) return null;
  const asked = others.flatMap((each) => each.changes);
  return { base, changes: own.changes.filter((change) => !asked.some((each) => same(each, change))), after };
}

const same = (one: DraftChange, other: DraftChange) => JSON.stringify(one) === JSON.stringify(other);

/** The text as some of them alone would have made it, with the names that its units got in the version. */
function textBy(
  some: readonly NumberedChanges[],
  { together, released: { step, numbering } }: { together: RecordedTogether; released: Released },
): DraftUnit[] | null {
  const draft = { units: step.before, numbering };
  const { changes } = textTogether(draft, some, { isReplay: true });
  const made = nextText(draft, changes, { isReplay: true });
  if (!made.ok) return null;
  const after = unitsByClause(step.after);
  const base: DraftUnit[] = [];
  for (const { key, clauseId, code, revisionId, parent, splitFromId: _, ...unit } of made.value.units) {
    // A unit that others brought in has the name it got in the version.
    const change = clauseId === null ? changes[Number(key.slice('new-'.length))] : undefined;
    const id = clauseId ?? together.touched[together.changes.findIndex((each) => change && same(each, change))]?.at(-1);
    if (id === undefined) return null;
    base.push({
      ...unit,
      clauseId: id,
      code: code ?? after.get(id)?.code ?? 0,
      revisionId: revisionId ?? after.get(id)?.revisionId ?? '',
      parentClauseId: parent === null ? null : base[parent]!.clauseId,
    });
  }
  return base;
}
