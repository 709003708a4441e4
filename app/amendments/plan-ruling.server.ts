import type { Decision } from '#app/consultations/remark-state.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { clausesOf, type Decidable } from './load-decidable.server.ts';
import type { FinalText, Plan } from './ruling-plan.ts';
import { planRulings } from './ruling-tasks.server.ts';

export type ToPlan = { decidable: Decidable; decision: Decision; finals?: ReadonlyMap<number, FinalText> };

/** What each decision would do to the text its remark is decided on (see `planRuling`), each by itself. */
export async function planOf(...asked: readonly ToPlan[]): Promise<Plan[]> {
  // The same text for all of them is handed over once.
  return asked.length === 0 ? [] : runTask(planRulings, asked.map(({ decidable, decision, finals = new Map() }) => ({
    decision, operations: decidable.operations, finals, anchors: clausesOf(decidable), units: decidable.draft.units,
  })));
}

export async function planOfOne(asked: ToPlan): Promise<Plan> {
  const [plan] = await planOf(asked);
  return plan!;
}
