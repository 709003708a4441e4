import type { DraftChange } from '#app/drafting/acts/draft.ts';
import type { Draft } from '#app/drafting/acts/load-draft.server.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { ClauseConflict } from './combine-changes.ts';
import { planOf, type ToPlan } from './plan-ruling.server.ts';
import type { PlanError } from './ruling-plan.ts';
import { bringTogether } from './ruling-tasks.server.ts';
import { sharesOf, type TextTogether } from './text-together.ts';

/** What one of several rulings does, beside the others. */
type PlannedShare = {
  /** Words that go to the record when they differ from those proposed. */
  finals: Record<string, string>;
  /** Places of its changes among those that all of them make together. */
  changes: number[];
};

export type PlannedTogether = TextTogether & { shares: PlannedShare[] };
export type PlanTogetherResult =
  | { ok: true; value: PlannedTogether }
  | { ok: false; error: { code: 'refused'; remarks: { number: number; error: PlanError }[] } };

/**
 * What several rulings on the same text make of it in one step, in their order: each planned by itself, then all of them brought together
 * on a thread. Refused with the name of every one that cannot be made at all; what contradicts stands in `conflicts`.
 */
export async function planTogether(draft: Draft, asked: readonly ToPlan[]): Promise<PlanTogetherResult> {
  const plans = await planOf(...asked);
  const numberOf = (at: number) => asked[at]!.decidable.remark.number;
  const refused = plans.flatMap((plan, at) => (plan.ok ? [] : [{ number: numberOf(at), error: plan.error }]));
  if (refused.length > 0) return { ok: false, error: { code: 'refused', remarks: refused } };
  const amendments = plans.map((plan, at) => ({ number: numberOf(at), changes: plan.ok ? plan.changes : [] }));
  const { units, numbering } = draft;
  const isAnyText = amendments.some(({ changes }) => changes.length > 0);
  const together: TextTogether = isAnyText
    ? await runTask(bringTogether, { draft: { units, numbering }, amendments })
    : { result: [], conflicts: [], changes: [] };
  const places = sharesOf(together.changes, amendments);
  return {
    ok: true,
    value: {
      ...together,
      shares: plans.map((plan, at) => ({ finals: plan.ok ? plan.finals : {}, changes: places[at]! })),
    },
  };
}

/** Those in conflict that somebody has to choose between, by number. */
export function inConflict(conflicts: readonly ClauseConflict[]): Set<number> {
  return new Set(conflicts.flatMap(({ sides }) => sides.map(({ number }) => number)));
}

/** Every one of the changes is its own. */
export const allOf = (changes: readonly DraftChange[]): number[] => changes.map((_, at) => at);
