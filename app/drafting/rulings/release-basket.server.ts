import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvents } from '#app/record/record-event.server.ts';
import { officeWrite, type OfficeConsultation } from '#app/drafting/office/office-write.server.ts';
import type { BroughtProblem } from '#app/drafting/acts/brought-problems.ts';
import { newErrors } from './basket-lint.server.ts';
import { isReleasable, loadBasket, type Basket, type BasketProblem } from './basket.server.ts';
import type { ClauseConflict } from './combine-changes.ts';
import { releaseTogether } from './release-together.server.ts';

/** A collected ruling as it was on the page: number of its remark, revision of the draft. */
type SeenRuling = { number: number; revision: number };

export type ReleaseBasket = {
  viewer: Viewer;
  slug: string;
  /** Version of the text and collected rulings on the page, in their order. */
  againstVersion: number;
  seen: readonly SeenRuling[];
  now?: Date;
};

/** What differs from the page that was sent: the newest version where it is another one, and the remarks whose rulings came, went or changed. */
export type BasketMoved = {
  version: number | null;
  added: number[];
  /** Released already: by the same form sent twice, or by another official. */
  released: number[];
  /** Taken out, or made to wait again. */
  gone: number[];
  changed: number[];
  isReordered: boolean;
};

type ReleaseBasketError =
  | { code: 'empty' }
  | { code: 'moved'; moved: BasketMoved }
  | { code: 'problems'; problems: BasketProblem[] }
  | { code: 'contradict'; conflicts: ClauseConflict[] }
  | { code: 'errors'; findings: BroughtProblem[] };
export type ReleaseBasketResult =
  | { ok: true; value: { version: number | null; numbers: number[] } }
  | { ok: false; error: ReleaseBasketError };

/**
 * Brings all collected rulings into force at once: one version of the text, in which every changed unit leads to its own ruling, and one
 * letter to each person. Refused while anything stands in the way, or when text or rulings are not those of the page. Under four eyes each
 * of them was approved by another official when it was collected, so that one of either may release them.
 */
export async function releaseBasket(db: Db, input: ReleaseBasket): Promise<ReleaseBasketResult> {
  return officeWrite(db, input, async (tx, consultation): Promise<ReleaseBasketResult> => {
    const basket = await loadBasket(tx, { ...input, consultation });
    const { draft, plan, problems, rulings } = basket;
    const moved = await movedSince(tx, input, basket);
    if (moved) return { ok: false, error: { code: 'moved', moved } };
    if (rulings.length === 0) return { ok: false, error: { code: 'empty' } };
    if (problems.length > 0) return { ok: false, error: { code: 'problems', problems } };
    if (!isReleasable(basket)) return { ok: false, error: { code: 'contradict', conflicts: plan.conflicts } };
    const findings = await newErrors(draft, plan.changes);
    if (findings.length > 0) return { ok: false, error: { code: 'errors', findings } };
    const now = input.now ?? new Date();
    const { version, rulingIds } = await releaseTogether(tx, {
      viewer: input.viewer,
      consultation,
      draft,
      plan,
      rulings: rulings.map(({ ruling, decidable: { remark } }) => ({
        signature:
          ruling.reviewedBy === null
            ? { madeBy: ruling.draftedBy, draftedBy: null }
            : { madeBy: ruling.reviewedBy, draftedBy: ruling.draftedBy },
        remark,
        decision: ruling.decision,
        decisionWords: ruling.decisionWords,
        reason: ruling.reason,
      })),
      approvedDraftIds: rulings.map(({ ruling }) => ruling.id),
      isCollected: true,
      now,
    });
    await closeReleased(tx, { input, consultation, basket, rulingIds, now });
    return { ok: true, value: { version, numbers: rulings.map(({ ruling }) => ruling.number) } };
  });
}

/** What is not as the page showed it; null where all is. */
async function movedSince(
  tx: Db,
  { slug, againstVersion, seen }: Pick<ReleaseBasket, 'slug' | 'againstVersion' | 'seen'>,
  { draft, rulings }: Pick<Basket, 'draft' | 'rulings'>,
): Promise<BasketMoved | null> {
  const [then, now] = [
    new Map(seen.map(({ number, revision }) => [number, revision])),
    new Map(rulings.map(({ ruling: { number, revision } }) => [number, revision])),
  ];
  const missing = [...then.keys()].filter((number) => !now.has(number));
  const released = await releasedOf(tx, slug, missing);
  const moved: BasketMoved = {
    version: draft.version === againstVersion ? null : draft.version,
    added: [...now.keys()].filter((number) => !then.has(number)),
    released: missing.filter((number) => released.has(number)),
    gone: missing.filter((number) => !released.has(number)),
    changed: [...now].flatMap(([number, revision]) =>
      then.has(number) && then.get(number) !== revision ? [number] : [],
    ),
    isReordered: false,
  };
  const stayed = (numbers: Iterable<number>) =>
    [...numbers].filter((number) => then.has(number) && now.has(number)).join();
  moved.isReordered = stayed(then.keys()) !== stayed(now.keys());
  const isSame =
    moved.version === null && !moved.isReordered && moved.added.length + missing.length + moved.changed.length === 0;
  return isSame ? null : moved;
}

/** Which of the remarks have a ruling in force that was drafted before: their drafts were approved. */
async function releasedOf(tx: Db, slug: string, numbers: number[]): Promise<Set<number>> {
  if (numbers.length === 0) return new Set();
  const drafts = await tx.rulingDraft.findMany({
    where: { consultation: { slug }, state: 'approved', remark: { number: { in: numbers }, state: { not: 'open' } } },
    select: { remark: { select: { number: true } } },
  });
  return new Set(drafts.map(({ remark }) => remark.number));
}

/** The drafts have become rulings: their last state, and a line of the record for each. */
async function closeReleased(
  tx: Db,
  step: {
    input: ReleaseBasket;
    consultation: OfficeConsultation;
    basket: Basket;
    rulingIds: ReadonlyMap<string, string>;
    now: Date;
  },
): Promise<void> {
  const { consultation, basket, rulingIds, now } = step;
  const owner = { teryt: consultation.teryt, consultationId: consultation.id };
  const ids = basket.rulings.map(({ ruling }) => ruling.id);
  const { count } = await tx.rulingDraft.updateMany({
    where: { id: { in: ids }, ...owner, state: 'collected' },
    data: { state: 'approved', place: null, revision: { increment: 1 } },
  });
  if (count !== ids.length) throw new Error(`collected rulings of ${consultation.slug} changed under the lock`);
  await recordEvents(
    tx,
    basket.rulings.map(({ ruling }) => ({
      ...owner,
      kind: 'draft-released' as const,
      actorId: step.input.viewer.id,
      subject: { type: 'draft', id: ruling.id },
      at: now,
      data: { remark: ruling.remarkId, ruling: rulingIds.get(ruling.remarkId) ?? null },
    })),
  );
}
