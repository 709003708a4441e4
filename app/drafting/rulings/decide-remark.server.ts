import { needsSecond } from '#app/drafting/office/gate.server.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { CarriedRemark } from '../carry/carry-plan.ts';
import { officeWrite } from '#app/drafting/office/office-write.server.ts';
import { refusalOf, type RulingRefusal } from './ruling-refusal.ts';
import { writeRulings } from './write-rulings.server.ts';
import { loadDecidable } from './load-decidable.server.ts';
import { planOfOne } from './plan-ruling.server.ts';
import { allOf } from './plan-together.server.ts';
import type { FinalText, PlanError } from './ruling-plan.ts';

export type DecideInput = {
  viewer: Viewer;
  slug: string;
  number: number;
  decision: Decision;
  reason: string;
  /** Other words than proposed, by `seq` of the operation. */
  finals: ReadonlyMap<number, FinalText>;
  /** Version of the text and revision of the remark the official had on the page. */
  againstVersion: number;
  remarkRevision: number;
  now?: Date;
};

export type DecideError = RulingRefusal | PlanError | { code: 'four-eyes' };
export type DecideResult =
  | { ok: true; value: { version: number | null; carried: CarriedRemark[] } }
  | { ok: false; error: DecideError };

/**
 * Rules on a remark at once: the ruling with its reason, the next version when the text changes, the carrying-over of every
 * other open remark the change touches, a line of the record for each and letters to the people concerned, all or nothing.
 * Refused (`decided`, `withdrawn`, `moved`) when anything the official saw has changed meanwhile, and (`four-eyes`) where a
 * ruling needs the approval of another official.
 */
export async function decideRemark(db: Db, input: DecideInput): Promise<DecideResult> {
  const { viewer, decision, reason } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<DecideResult> => {
    const decidable = await loadDecidable(tx, input);
    const refusal = refusalOf(input, decidable);
    if (refusal) return { ok: false, error: refusal };
    if (await needsSecond(tx, consultation, { viewer, write: 'ruling' }))
      return { ok: false, error: { code: 'four-eyes' } };
    const plan = await planOfOne({ decidable, decision, finals: input.finals });
    if (!plan.ok) return { ok: false, error: plan.error };
    const signature = { madeBy: { id: viewer.id, name: viewer.displayName }, draftedBy: null };
    const { version, carried } = await writeRulings(tx, {
      draft: decidable.draft,
      changes: plan.changes,
      rulings: [
        {
          signature,
          remark: decidable.remark,
          changes: allOf(plan.changes),
          finals: plan.finals,
          decision,
          reason,
        },
      ],
      kind: 'single',
      actorId: viewer.id,
      now: input.now ?? new Date(),
    });
    return { ok: true, value: { version, carried } };
  });
}
