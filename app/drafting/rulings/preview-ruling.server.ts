import type { DraftChange, NextUnit } from '#app/drafting/acts/draft.ts';
import { notedReferences } from '#app/drafting/acts/next-text.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { VersionChange } from '#app/drafting/acts/version-note.ts';
import type { Db } from '#app/db/client.server.ts';
import type { CarriedRemark } from '../carry/carry-plan.ts';
import { neighbourMarks, type NeighbourMark } from '../acts/neighbour-marks.ts';
import { marksAsFinals } from './end-marks-of-ruling.ts';
import type { Decidable } from './load-decidable.server.ts';
import { planOfOne } from './plan-ruling.server.ts';
import { previewCarries } from '../carry/preview-carries.server.ts';
import type { FinalText, PlanError } from './ruling-plan.ts';
import { nextTextOf } from '#app/drafting/acts/next-text.server.ts';

export type RulingEffects = {
  units: readonly NextUnit[];
  changes: DraftChange[];
  carried: CarriedRemark[];
  /** References that follow their units, and those that would lead nowhere. */
  references: VersionChange[];
  /** Marks at the ends of neighbours that it leaves wrong, whether or not they are mended with it. */
  marks: NeighbourMark[];
};
export type PreviewResult = { ok: true; value: RulingEffects } | { ok: false; error: PlanError };

/** What a decision would do, without writing anything: the text with its printed marks, and the fit of every open remark touched. */
export async function previewRuling(
  db: Db,
  input: { decidable: Decidable; decision: Decision; finals: ReadonlyMap<number, FinalText> },
): Promise<PreviewResult> {
  const { draft, remark } = input.decidable;
  const plan = await planOfOne(input);
  if (!plan.ok) return { ok: false, error: plan.error };
  const { changes } = plan;
  const next = await nextTextOf(draft, changes);
  if (!next.ok) return { ok: false, error: { code: 'change-impossible', problem: next.error } };
  const { units } = next.value;
  return {
    ok: true,
    value: {
      units,
      carried: await previewCarries(db, { draft, units, changes, except: [remark.id] }),
      references: notedReferences(next.value),
      changes,
      marks: await marksOf(input),
    },
  };
}

type Asked = Parameters<typeof previewRuling>[1];

/** What it does without any of the marks leaves them wrong. */
export async function marksOf(asked: Asked): Promise<RulingEffects['marks']> {
  const finals = new Map([...asked.finals].filter(([seq]) => seq > 0));
  const plan = await planOfOne({ ...asked, finals });
  if (!plan.ok) return [];
  return neighbourMarks(asked.decidable.draft, plan.changes);
}

/** Accepting as proposed, with every mark beside it put right: what an official is offered first. */
export async function acceptedWithMarks(
  decidable: Decidable,
): Promise<{ decision: 'accepted'; finals: Map<number, FinalText> }> {
  const asked = { decidable, decision: 'accepted' as const, finals: new Map<number, FinalText>() };
  const marks = (await marksOf(asked)).map(({ clauseId, after }) => ({ clauseId, mark: after.slice(-1) }));
  return { decision: 'accepted', finals: new Map(marksAsFinals(marks)) };
}
