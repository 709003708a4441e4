import type { Decision } from '#app/drafting/state/remark-state.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { clausesOf, type Decidable } from './load-decidable.server.ts';
import { withNeighbourMarks } from './end-marks-of-ruling.ts';
import { withoutOwnMark } from '#app/text/parse/typed-mark.ts';
import { planRuling, type FinalText, type Plan, type PlanInput, type PlannedOperation } from './ruling-plan.ts';
import { planRulings } from './ruling-tasks.server.ts';

/** Rulings planned where they are asked for. */
const few = 2;

export type ToPlan = { decidable: Decidable; decision: Decision; finals?: ReadonlyMap<number, FinalText> };

/** What each decision would do to the text its remark is decided on (see `planRuling`), each by itself. */
export async function planOf(...asked: readonly ToPlan[]): Promise<Plan[]> {
  const inputs = asked.map(({ decidable, decision, finals = new Map() }): PlanInput => ({
    decision,
    operations: decidable.operations,
    finals: cleanFinals(finals, decidable.operations),
    anchors: clausesOf(decidable),
    units: decidable.draft.units,
  }));
  // A few are little work for the longest act: handing it over would take longer. For many it is handed over once.
  const plans = inputs.length <= few ? inputs.map(planRuling) : await runTask(planRulings, inputs);
  return plans.map((plan, at) =>
    withNeighbourMarks(plan, asked[at]!.decidable.draft, asked[at]!.finals ?? new Map<number, FinalText>()),
  );
}

/** Other words without a typed mark of the unit's kind, which the text prints by itself. */
function cleanFinals(
  finals: ReadonlyMap<number, FinalText>,
  operations: readonly PlannedOperation[],
): ReadonlyMap<number, FinalText> {
  return new Map(
    [...finals].map(([seq, final]) => {
      const operation = operations.find((each) => each.seq === seq);
      if (!operation) return [seq, final];
      const standing = operation.op === 'insert-after' ? '' : (operation.current ?? '');
      return [
        seq,
        {
          ...final,
          text: withoutOwnMark(final.text, operation.type, standing).words,
          ...(final.rest === undefined ? {} : { rest: withoutOwnMark(final.rest, operation.type).words }),
        },
      ];
    }),
  );
}

export async function planOfOne(asked: ToPlan): Promise<Plan> {
  const [plan] = await planOf(asked);
  return plan!;
}
