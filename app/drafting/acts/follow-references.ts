import { assignCitations } from '#app/text/tree/cite.ts';
import { rewriteReferences } from '#app/text/number/rewrite.ts';
import { indexUnits } from '#app/text/tree/tree.ts';
import type { Act } from '#app/text/tree/types.ts';
import type { ChangedUnit, WrittenUnit } from './apply-changes.ts';
import { keyedAct } from './unit-tree.ts';

/** Words of a reference in a unit (by key, see `ChangedUnit`) that follow the unit they mean to its new number. */
export type FollowedReference = { key: string; was: string; is: string };

/** A reference whose unit is gone: its words stay as they are and need a person. `target` is what the unit was called. */
export type LostReference = { key: string; words: string; target: string };

export type Followed = { units: ChangedUnit[]; references: FollowedReference[]; lost: LostReference[] };

/**
 * Rewrites the references of a changed text whose units bear other numbers now. `asWritten` are the same words with the
 * numbers they were written for; `units` the changed text with its new numbers. A unit whose words change by that has no
 * revision yet. Never touches what it cannot resolve.
 */
export function followReferences(asWritten: readonly WrittenUnit[], units: readonly ChangedUnit[]): Followed {
  const now = new Map(units.map((unit) => [unit.key, unit]));
  if (isNumberedAlike(asWritten, units, ({ key }) => key)) return { units: [...units], references: [], lost: [] };
  const before = keyedAct(asWritten);
  assignCitations(before);
  const { act, rewrites, dangling } = rewriteReferences(before, keyedAct(units));
  const written = indexUnits(act);
  return {
    units: units.map((unit) => withWords(unit, written.get(unit.key))),
    references: rewrites.map(({ unit, before: was, after: is }) => ({ key: unit, was, is })),
    lost: dangling.flatMap(({ unit, words, targets }) => {
      const gone = targets
        .filter((target) => target.unit !== null && !now.has(target.unit))
        .map(({ citation }) => citation);
      return [{ key: unit, words, target: gone.join(', ') || targets.map(({ citation }) => citation).join(', ') }];
    }),
  };
}

/**
 * The same units, known by `keyOf`, in the same order and under the same units, with the same marks: no reference can have
 * changed its meaning.
 */
export function isNumberedAlike<U extends { label: string; depth: number }>(
  before: readonly U[],
  after: readonly U[],
  keyOf: (unit: U) => string | null,
): boolean {
  return (
    before.length === after.length &&
    before.every((unit, at) => {
      const now = after[at]!;
      return keyOf(now) === keyOf(unit) && now.label === unit.label && now.depth === unit.depth;
    })
  );
}

function withWords(unit: ChangedUnit, written: Act['units'][number] | undefined): ChangedUnit {
  if (!written || (written.text === unit.text && written.heading === unit.heading)) return unit;
  return { ...unit, text: written.text, heading: written.heading, revisionId: null };
}
