import { needsSecond } from '#app/drafting/office/gate.server.ts';
import { loadDraft, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { loadDecidables } from './load-decidable.server.ts';
import type { Decidable } from './load-decidable.server.ts';
import { planTogether, type PlannedTogether } from './plan-together.server.ts';
import { releaseTogether } from './release-together.server.ts';
import { neighbourMarks, type ChosenMark, type NeighbourMark } from '../acts/neighbour-marks.ts';
import { marksAsFinals } from './end-marks-of-ruling.ts';
import type { FinalText, PlanError } from './ruling-plan.ts';
import { bulkLimits, wordedLimit, type BulkDecision } from './bulk.ts';
import type { ClauseConflict } from './combine-changes.ts';
import { collectDrafts } from './collect-drafts.server.ts';
import type { CollectRefusal } from './basket-places.server.ts';
import { handInDrafts } from './hand-in-drafts.server.ts';
import { ownWords } from './keep-own-words.server.ts';
import { officeWrite } from '#app/drafting/office/office-write.server.ts';
import { refusalOf, type RulingRefusal } from './ruling-refusal.ts';

export type DecideMany = {
  viewer: Viewer;
  slug: string;
  /** Remarks with the revisions that were on the page. */
  remarks: ReadonlyMap<number, number>;
  decision: BulkDecision;
  reason: string;
  /** Other words by number of the remark and `seq` of the operation, for amendments accepted in part. */
  finals?: ReadonlyMap<number, ReadonlyMap<number, FinalText>>;
  /** Marks at the ends of neighbours that were left chosen; undefined where none were shown. */
  marks?: readonly ChosenMark[] | undefined;
  againstVersion: number;
  step: 'decide' | 'hand-in' | 'collect';
  now?: Date;
};

export type ManyError =
  | { code: 'nothing-chosen' }
  | { code: 'too-many'; limit: number }
  | { code: 'reason-required' }
  | { code: 'four-eyes' }
  | CollectRefusal
  | { code: 'refused'; remarks: { number: number; code: RulingRefusal['code'] | PlanError['code'] | 'own-words' }[] }
  | { code: 'contradict'; conflicts: ClauseConflict[] };
export type ManyResult =
  | { ok: true; value: { version: number | null; numbers: number[] } }
  | { ok: false; error: ManyError };

/**
 * The same decision and reason for several remarks, all or none. Amendments are accepted in one version, in which every changed unit
 * still leads to its ruling; only when they go together without a conflict.
 */
export async function decideMany(db: Db, input: DecideMany): Promise<ManyResult> {
  const refusal = refuseForm(input);
  if (refusal) return { ok: false, error: refusal };
  return officeWrite(db, input, async (tx, consultation): Promise<ManyResult> => {
    const { viewer, decision, reason, step } = input;
    if (step !== 'hand-in' && (await needsSecond(tx, consultation, { viewer, write: 'many-rulings' })))
      return { ok: false, error: { code: 'four-eyes' } };
    const draft = await loadDraft(tx, { id: consultation.id });
    const checked = await checkMany(tx, input, draft);
    if (!checked.ok) return checked;
    const { loaded, plan, finalsFor } = checked;
    const numbers = loaded.map(({ remark }) => remark.number);
    const members = loaded.map((decidable) => ({ decidable, finals: finalsFor(decidable) }));
    const kept = step === 'decide' ? [] : await ownWords(tx, { ...input, consultation, members });
    if (kept.length > 0)
      return { ok: false, error: { code: 'refused', remarks: kept.map((number) => ({ number, code: 'own-words' })) } };
    if (step === 'hand-in') await handInDrafts(tx, input, { consultation, members });
    if (step === 'collect') {
      const refused = await collectDrafts(tx, input, { consultation, members });
      if (refused) return { ok: false, error: refused };
    }
    if (step !== 'decide') return { ok: true, value: { version: null, numbers } };
    const madeBy = { id: viewer.id, name: viewer.displayName };
    const { version } = await releaseTogether(tx, {
      viewer,
      consultation,
      draft,
      plan,
      rulings: loaded.map(({ remark }) => ({ signature: { madeBy, draftedBy: null }, remark, decision, reason })),
      now: input.now ?? new Date(),
    });
    return { ok: true, value: { version, numbers } };
  });
}

const finalsOf = (
  { decision, finals }: Pick<DecideMany, 'decision' | 'finals'>,
  { remark }: Decidable,
): ReadonlyMap<number, FinalText> =>
  (decision === 'accepted-in-part' ? finals?.get(remark.number) : undefined) ?? new Map();

function refuseForm({ remarks, decision, reason }: DecideMany): ManyError | null {
  const limit = decision === 'accepted' ? bulkLimits.accepted : bulkLimits.plain;
  if (remarks.size === 0) return { code: 'nothing-chosen' };
  if (remarks.size > limit) return { code: 'too-many', limit };
  return reason === '' ? { code: 'reason-required' } : null;
}

export type CheckedMany =
  | {
      ok: true;
      loaded: Decidable[];
      plan: PlannedTogether;
      /** Marks at the ends of neighbours that all of them together leave wrong, whether or not they are mended with them. */
      marks: NeighbourMark[];
      finalsFor: (decidable: Decidable) => ReadonlyMap<number, FinalText>;
    }
  | { ok: false; error: ManyError };

/** Whether the decision can be made on all of them as they are now, and what it would do to the text together. */
export async function checkMany(
  db: Db,
  input: Omit<DecideMany, 'step'>,
  text: Draft,
  { withAllMarks = false } = {},
): Promise<CheckedMany> {
  const loaded = await loadDecidables(db, {
    viewer: input.viewer,
    slug: input.slug,
    numbers: input.remarks.keys(),
    text,
  });
  const planned = await planTogether(
    text,
    loaded.map((decidable) => ({ decidable, decision: input.decision, finals: finalsOf(input, decidable) })),
  );
  const impossible = new Map(planned.ok ? [] : planned.error.remarks.map(({ number, error }) => [number, error.code]));
  const worded = loaded.filter(({ operations }) => operations.some(({ op }) => op !== 'none'));
  if (input.decision === 'accepted-in-part' && worded.length > wordedLimit)
    return { ok: false, error: { code: 'too-many', limit: wordedLimit } };
  const refused = loaded.flatMap((decidable) => {
    const { number } = decidable.remark;
    const code =
      refusalOf({ ...input, remarkRevision: input.remarks.get(number) ?? 0 }, decidable)?.code ??
      impossible.get(number);
    return code ? [{ number, code }] : [];
  });
  if (refused.length > 0 || !planned.ok) return { ok: false, error: { code: 'refused', remarks: refused } };
  const { conflicts } = planned.value;
  if (conflicts.length > 0) return { ok: false, error: { code: 'contradict', conflicts } };
  const marks = marksOfMany(text, planned.value);
  const chosen = withAllMarks
    ? marks.map(({ clauseId, after }) => ({ clauseId, mark: after.slice(-1) }))
    : (input.marks ?? []).filter(({ clauseId, mark }) =>
        marks.some((each) => each.clauseId === clauseId && each.after.endsWith(mark)),
      );
  const plain = (decidable: Decidable) => finalsOf(input, decidable);
  if (chosen.length === 0) return { ok: true, loaded, plan: planned.value, marks, finalsFor: plain };
  const finalsFor = (decidable: Decidable) =>
    decidable.operations.some(({ op }) => op !== 'none')
      ? new Map([...plain(decidable), ...marksAsFinals(chosen)])
      : plain(decidable);
  const mended = await planTogether(
    text,
    loaded.map((decidable) => ({ decidable, decision: input.decision, finals: finalsFor(decidable) })),
  );
  // Marks are never a reason to refuse what goes together without them.
  return mended.ok && mended.value.conflicts.length === 0
    ? { ok: true, loaded, plan: mended.value, marks, finalsFor }
    : { ok: true, loaded, plan: planned.value, marks: [], finalsFor: plain };
}

/** Marks that the text together calls for and one of the rulings by itself too: that one has them in the record. */
function marksOfMany(text: Draft, { changes, shares }: PlannedTogether): NeighbourMark[] {
  const together = neighbourMarks(text, changes);
  if (together.length === 0) return [];
  const own = shares.flatMap((share) =>
    neighbourMarks(
      text,
      share.changes.flatMap((at) => changes[at] ?? []),
    ),
  );
  return together.filter(({ clauseId, after }) =>
    own.some((each) => each.clauseId === clauseId && each.after === after),
  );
}
