import { loadDraft, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { officialsOf } from './assign.server.ts';
import { hasChanged } from './approve-drafts.server.ts';
import { readStoredFinals } from './draft-input.ts';
import { loadDecidables, type Decidable } from './load-decidable.server.ts';
import { inConflict, planTogether, type PlannedTogether } from './plan-together.server.ts';
import { refusalOf, type RulingRefusal } from './ruling-refusal.ts';
import type { FinalText, PlanError } from './ruling-plan.ts';

/** A ruling that is collected: written, approved where two are needed, and not in force yet. */
type CollectedRuling = {
  id: string;
  remarkId: string;
  number: number;
  revision: number;
  place: number;
  decision: Decision;
  decisionWords: string | null;
  reason: string;
  finals: ReadonlyMap<number, FinalText>;
  draftedBy: { id: string; name: string };
  /** Who approved it. */
  reviewedBy: { id: string; name: string } | null;
};

/**
 * Why a collected ruling cannot be released as it is: the remark or its words have changed since, it was never approved by another official,
 * whoever answers for it is no official any more, the one who would release it changed its place alone where two are needed, or it cannot be
 * made at all.
 */
export type BasketProblem = {
  number: number;
  code: RulingRefusal['code'] | PlanError['code'] | 'changed' | 'four-eyes' | 'signatory' | 'order';
};

export type Basket = {
  draft: Draft;
  /** In the order in which they change the text. */
  rulings: { ruling: CollectedRuling; decidable: Decidable }[];
  problems: BasketProblem[];
  /** What those without a problem make of the text together, with its conflicts. */
  plan: PlannedTogether;
  planned: { ruling: CollectedRuling; decidable: Decidable }[];
};

/** All collected rulings of a consultation with what they do together, on what stands in the database now; reads only. */
export async function loadBasket(
  db: Db,
  input: { viewer: Viewer; slug: string; consultation: { id: string; teryt: string; fourEyes: boolean } },
): Promise<Basket> {
  const { viewer, slug, consultation } = input;
  const draft = await loadDraft(db, { id: consultation.id });
  const collected = await loadCollected(db, consultation);
  const decidables = new Map(
    (await loadDecidables(db, { viewer, slug, numbers: collected.map(({ number }) => number), text: draft })).map(
      (decidable) => [decidable.remark.number, decidable],
    ),
  );
  const rulings = collected.map(({ row, ...ruling }) => ({
    row,
    ruling,
    decidable: decidables.get(ruling.number)!,
  }));
  const problems: BasketProblem[] = [];
  const officials = new Set((await officialsOf(db, consultation.teryt)).map(({ id }) => id));
  const reordered = consultation.fourEyes ? await reorderedBy(db, viewer.id, collected) : new Set<string>();
  for (const { row, ruling, decidable } of rulings) {
    const code =
      (await problemOf(db, { row, ruling, decidable, fourEyes: consultation.fourEyes })) ??
      (officials.has((ruling.reviewedBy ?? ruling.draftedBy).id) ? null : 'signatory') ??
      (reordered.has(ruling.id) ? 'order' : null);
    if (code) problems.push({ number: ruling.number, code });
  }
  const sound = () =>
    rulings.flatMap(({ ruling, decidable }) =>
      problems.some(({ number }) => number === ruling.number) ? [] : [{ ruling, decidable }],
    );
  let planned = sound();
  let result = await planTogether(draft, planned.map(asked));
  if (!result.ok) {
    problems.push(...result.error.remarks.map(({ number, error }) => ({ number, code: error.code })));
    planned = sound();
    result = await planTogether(draft, planned.map(asked));
  }
  if (!result.ok) throw new Error('rulings that can be made one by one cannot be planned');
  return {
    draft,
    rulings: rulings.map(({ ruling, decidable }) => ({ ruling, decidable })),
    problems,
    plan: result.value,
    planned,
  };
}

const asked = ({ ruling, decidable }: Basket['planned'][number]) => ({
  decidable,
  decision: ruling.decision,
  finals: ruling.finals,
});

/** Whether nothing stands in the way of releasing them. */
export function isReleasable({ rulings, problems, plan }: Basket): boolean {
  return rulings.length > 0 && problems.length === 0 && inConflict(plan.conflicts).size === 0;
}

/** Collected rulings whose place this official was the last to change: who releases them is the second one who looks at the order. */
async function reorderedBy(db: Db, viewerId: string, collected: readonly { id: string }[]): Promise<Set<string>> {
  const lines = await db.event.findMany({
    where: {
      kind: { in: ['collected-reordered', 'draft-collected'] },
      subjectType: 'draft',
      subjectId: { in: collected.map(({ id }) => id) },
    },
    orderBy: { id: 'asc' },
    select: { kind: true, subjectId: true, actorId: true },
  });
  const last = new Map(lines.map((line) => [line.subjectId, line]));
  return new Set(
    [...last].flatMap(([id, { kind, actorId }]) =>
      kind === 'collected-reordered' && actorId === viewerId ? [id] : [],
    ),
  );
}

async function loadCollected(db: Db, { id: consultationId, teryt }: { id: string; teryt: string }) {
  const rows = await db.rulingDraft.findMany({
    where: { consultationId, teryt, state: 'collected' },
    orderBy: [{ place: 'asc' }, { id: 'asc' }],
    include: { remark: { select: { number: true } } },
  });
  return rows.map((row) => ({
    row,
    id: row.id,
    remarkId: row.remarkId,
    number: row.remark.number,
    revision: row.revision,
    place: row.place ?? 0,
    decision: row.decision as Decision,
    decisionWords: row.decisionWords,
    reason: row.reason,
    finals: readStoredFinals(row.finals),
    draftedBy: { id: row.draftedById, name: row.draftedByName },
    reviewedBy:
      row.reviewedById === null ? null : { id: row.reviewedById, name: row.reviewedByName ?? row.reviewedById },
  }));
}

type Checked = {
  row: { remarkRevision: number; againstVersion: number };
  ruling: CollectedRuling;
  decidable: Decidable;
  fourEyes: boolean;
};

async function problemOf(
  db: Db,
  { row, ruling, decidable, fourEyes }: Checked,
): Promise<Exclude<BasketProblem['code'], PlanError['code']> | null> {
  const refusal = refusalOf(
    {
      decision: ruling.decision,
      reason: ruling.reason,
      againstVersion: decidable.draft.version,
      remarkRevision: decidable.remark.revision,
    },
    decidable,
  );
  if (refusal) return refusal.code;
  if (await hasChanged(db, { row, decidable })) return 'changed';
  const { draftedBy, reviewedBy } = ruling;
  return fourEyes && (reviewedBy === null || reviewedBy.id === draftedBy.id) ? 'four-eyes' : null;
}
