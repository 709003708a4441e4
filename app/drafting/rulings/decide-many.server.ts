import { needsSecond } from '#app/drafting/office/gate.server.ts';
import { loadDraft, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { loadDecidables } from './load-decidable.server.ts';
import { loadDecidable, type Decidable } from './load-decidable.server.ts';
import { planOf, planOfOne } from './plan-ruling.server.ts';
import type { PlanError } from './ruling-plan.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { bulkLimits, type BulkDecision } from './bulk.ts';
import type { ClauseConflict } from './combine-changes.ts';
import { handInDrafts } from './hand-in-drafts.server.ts';
import { officeWrite } from '#app/drafting/office/office-write.server.ts';
import { Refused, refusable } from '#app/errors/refused.ts';
import { refusalOf, type RulingRefusal } from './ruling-refusal.ts';
import type { TextTogether } from './text-together.ts';
import { writeRuling } from './write-ruling.server.ts';
import { bringTogether } from './ruling-tasks.server.ts';

export type DecideMany = {
  viewer: Viewer;
  slug: string;
  /** Remarks with the revisions that were on the page. */
  remarks: ReadonlyMap<number, number>;
  decision: BulkDecision;
  reason: string;
  againstVersion: number;
  step: 'decide' | 'hand-in';
  now?: Date;
};

export type ManyError =
  | { code: 'nothing-chosen' }
  | { code: 'too-many'; limit: number }
  | { code: 'reason-required' }
  | { code: 'four-eyes' }
  | { code: 'refused'; remarks: { number: number; code: RulingRefusal['code'] | PlanError['code'] }[] }
  | { code: 'contradict'; conflicts: ClauseConflict[] };
export type ManyResult =
  | { ok: true; value: { version: number | null; numbers: number[] } }
  | { ok: false; error: ManyError };

/**
 * The same decision and reason for several remarks, all or none. Amendments are accepted one after the other, each with its own
 * version, so that every word can still be followed to its ruling; only when they go together without a conflict.
 */
export async function decideMany(db: Db, input: DecideMany): Promise<ManyResult> {
  const refusal = refuseForm(input);
  if (refusal) return { ok: false, error: refusal };
  return refusable(() =>
    officeWrite(db, input, async (tx, consultation): Promise<ManyResult> => {
      if (
        input.step === 'decide' &&
        (await needsSecond(tx, consultation, { viewer: input.viewer, write: 'many-rulings' }))
      )
        return { ok: false, error: { code: 'four-eyes' } };
      const checked = await checkMany(tx, input, await loadDraft(tx, { id: consultation.id }));
      if (!checked.ok) return checked;
      const { loaded } = checked;
      let version: number | null = null;
      if (input.step === 'hand-in')
        await handInDrafts(tx, input, {
          consultation,
          members: loaded.map((decidable) => ({ decidable, finals: new Map() })),
        });
      else version = await ruleOnAll(tx, input, loaded);
      return { ok: true, value: { version, numbers: loaded.map(({ remark }) => remark.number) } };
    }),
  );
}

function refuseForm({ remarks, decision, reason }: DecideMany): ManyError | null {
  const limit = decision === 'accepted' ? bulkLimits.accepted : bulkLimits.plain;
  if (remarks.size === 0) return { code: 'nothing-chosen' };
  if (remarks.size > limit) return { code: 'too-many', limit };
  return reason === '' ? { code: 'reason-required' } : null;
}

export type CheckedMany = { ok: true; loaded: Decidable[]; together: TextTogether } | { ok: false; error: ManyError };

/** Whether the decision can be made on all of them as they are now, and what it would do to the text together. */
export async function checkMany(db: Db, input: Omit<DecideMany, 'step'>, text: Draft): Promise<CheckedMany> {
  const loaded = await loadDecidables(db, {
    viewer: input.viewer,
    slug: input.slug,
    numbers: input.remarks.keys(),
    text,
  });
  const planned = await planOf(...loaded.map((decidable) => ({ decidable, decision: input.decision })));
  const plans = loaded.map((decidable, at) => ({ decidable, plan: planned[at]! }));
  const refused = plans.flatMap(({ decidable, plan }) => {
    const { number } = decidable.remark;
    const refusal =
      refusalOf({ ...input, remarkRevision: input.remarks.get(number) ?? 0 }, decidable) ??
      (plan.ok ? null : plan.error);
    return refusal ? [{ number, code: refusal.code }] : [];
  });
  if (refused.length > 0) return { ok: false, error: { code: 'refused', remarks: refused } };
  const { units, numbering } = text;
  const amendments = plans.map(({ decidable, plan }) => ({
    number: decidable.remark.number,
    changes: plan.ok ? plan.changes : [],
  }));
  const together = await runTask(bringTogether, { draft: { units, numbering }, amendments });
  return together.conflicts.length > 0
    ? { ok: false, error: { code: 'contradict', conflicts: together.conflicts } }
    : { ok: true, loaded, together };
}

async function ruleOnAll(
  tx: Db,
  { viewer, slug, decision, reason, now = new Date() }: DecideMany,
  loaded: readonly Decidable[],
): Promise<number | null> {
  const signature = { madeBy: { id: viewer.id, name: viewer.displayName }, draftedBy: null };
  const together = new Set(loaded.map(({ remark }) => remark.id));
  let version: number | null = null;
  let text: Draft | null = null;
  for (const first of loaded) {
    // After a change the next one is decided on the text as it is by then, with its wording carried over.
    const { number } = first.remark;
    const decidable: Decidable = text ? await loadDecidable(tx, { viewer, slug, number, text }) : first;
    const plan = await planOfOne({ decidable, decision });
    if (!plan.ok) throw new Refused<ManyError>({ code: 'refused', remarks: [{ number, code: plan.error.code }] });
    const written = await writeRuling(tx, {
      signature,
      decidable,
      changes: plan.changes,
      finals: plan.finals,
      decision,
      reason,
      together,
      now,
    });
    if (written.version === null) continue;
    version = written.version;
    text = await loadDraft(tx, { id: decidable.draft.consultationId });
  }
  return version;
}
