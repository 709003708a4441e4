import { unitsByClause } from '#app/drafting/acts/draft.ts';
import { loadDraft, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { plannedOperations } from './plan-operations.ts';
import type { Fit, RemarkKind } from '../state/remark.ts';
import type { RemarkState } from '#app/drafting/state/remark-state.ts';
import type { PlannedOperation } from './ruling-plan.ts';

export type Decidable = {
  remark: {
    id: string;
    number: number;
    kind: RemarkKind;
    state: RemarkState;
    fit: Fit;
    revision: number;
    authorId: string | null;
    groupId: string | null;
  };
  draft: Draft;
  operations: PlannedOperation[];
};

/** What a plan of a ruling needs of an operation. */
export const operationSelect = {
  id: true,
  seq: true,
  op: true,
  clauseId: true,
  fit: true,
  insertType: true,
  carriedAfter: true,
  targetClauseId: true,
  carriedRest: true,
} as const satisfies Prisma.RemarkOperationSelect;

const select = {
  id: true,
  number: true,
  kind: true,
  teryt: true,
  consultationId: true,
  state: true,
  fit: true,
  revision: true,
  authorId: true,
  groupId: true,
  operations: { orderBy: { seq: 'asc' }, select: operationSelect },
} as const satisfies Prisma.RemarkSelect;

type Row = Prisma.RemarkGetPayload<{ select: typeof select }>;

/**
 * A remark with the newest text, for an official of this very municipality; for others it does not exist. `text` is that
 * text where the caller has it already.
 */
export async function loadDecidable(
  db: Db,
  where: { viewer: Viewer; slug: string; number: number; text?: Draft },
): Promise<Decidable> {
  const remark = await db.remark.findFirst({
    where: { number: where.number, consultation: { slug: where.slug } },
    select,
  });
  if (!remark || !isOfficialOf(where.viewer, remark.teryt)) throw notFound('no such remark for this person');
  const [decidable] = await decidablesOf(
    db,
    [remark],
    where.text ?? (await loadDraft(db, { id: remark.consultationId })),
  );
  return decidable!;
}

/** Several at once, in the order of their numbers: three queries however many there are. All of them must exist for this official. */
export async function loadDecidables(
  db: Db,
  where: { viewer: Viewer; slug: string; numbers: Iterable<number>; text: Draft },
): Promise<Decidable[]> {
  const numbers = [...new Set(where.numbers)];
  if (numbers.length === 0) return [];
  const remarks = await db.remark.findMany({
    where: { number: { in: numbers }, consultation: { slug: where.slug } },
    orderBy: { number: 'asc' },
    select,
  });
  if (remarks.length !== numbers.length || remarks.some(({ teryt }) => !isOfficialOf(where.viewer, teryt)))
    throw notFound('no such remarks for this person');
  return decidablesOf(db, remarks, where.text);
}

async function decidablesOf(db: Db, remarks: readonly Row[], draft: Draft): Promise<Decidable[]> {
  const there = unitsByClause(draft.units);
  const types = await lastTypes(db, [
    ...new Set(
      remarks.flatMap(({ operations }) =>
        operations.map(({ clauseId }) => clauseId).filter((clauseId) => !there.has(clauseId)),
      ),
    ),
  ]);
  return remarks.map(({ kind, state, fit, operations, teryt: _teryt, consultationId: _consultation, ...remark }) => ({
    remark: { ...remark, kind: kind as RemarkKind, state: state as RemarkState, fit: fit as Fit },
    draft,
    operations: plannedOperations(operations, draft.units, (clauseId) => types.get(clauseId) ?? 'text'),
  }));
}

/** Clauses of the newest text, where words of a clause that is gone may be put. */
export function clausesOf({ draft }: Decidable): Pick<ReadonlySet<string>, 'has'> {
  return unitsByClause(draft.units);
}

/** Types that clauses had when they were last in the text. */
async function lastTypes(db: Db, clauseIds: readonly string[]): Promise<Map<string, UnitType>> {
  if (clauseIds.length === 0) return new Map();
  const placements = await db.clausePlacement.findMany({
    where: { clauseId: { in: [...clauseIds] } },
    orderBy: { fromVersion: 'asc' },
    select: { clauseId: true, type: true },
  });
  return new Map(placements.map(({ clauseId, type }) => [clauseId, type as UnitType]));
}
