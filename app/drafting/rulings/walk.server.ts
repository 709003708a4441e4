import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { subtreeOf, type DraftUnit } from '#app/drafting/acts/draft.ts';
import { findForOffice } from '#app/drafting/office/office-write.server.ts';
import type { RemarkState } from '#app/drafting/state/remark-state.ts';
import type { Db } from '#app/db/client.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { DraftState } from '../state/draft-state.ts';
import { liveDraftStates } from '../state/draft-state.ts';
import { isNarrowed, type DeskQuery } from './desk-filters.ts';
import { deskOrder, deskWhere, type DeskScope } from './desk-where.server.ts';
import { inActOrder, neighboursOf, placesIn } from './neighbours.server.ts';

type Place = { units: readonly DraftUnit[]; scope: DeskScope };

/**
 * Numbers of open remarks around one as the list shows them: in its order, of those it is narrowed to; the one asked about among
 * them, whatever its state. `around` bounds them on either side.
 */
export async function walkOf(
  db: Db,
  { units, scope }: Place,
  { query, number, around }: { query: DeskQuery; number: number; around: number },
): Promise<number[]> {
  const { consultationId } = scope;
  const isUsual = query.sort === 'act' && !isNarrowed(query) && (query.filter === 'all' || query.filter === 'waiting');
  if (isUsual) return neighboursOf(db, { consultationId, units, number, around });
  const numbers = await listed(db, { units, scope }, { query, number });
  const at = numbers.indexOf(number);
  return numbers.slice(Math.max(0, at - around), at + around + 1);
}

/** All of them, in the order of the list. */
async function listed(
  db: Db,
  { units, scope }: Place,
  { query, number }: { query: DeskQuery; number: number },
): Promise<number[]> {
  const asked = deskWhere(query, scope, clausesAsked(units, query.unit));
  const condition = Prisma.sql`((${asked} and r.state = 'open') or (r."consultationId" = ${scope.consultationId}::uuid and r.number = ${number}))`;
  if (query.sort === 'act') return actOrdered(db, { condition, units });
  const rows = await db.$queryRaw<{ number: number }[]>`
    select r.number from "Remark" r where ${condition} order by ${deskOrder(query.sort, scope)}`;
  return rows.map((row) => row.number);
}

/** The order of the act is known here: the database says which remarks there are and what each is about, in one value. */
export async function actOrdered(
  db: Db,
  { condition, units }: { condition: Prisma.Sql; units: readonly DraftUnit[] },
): Promise<number[]> {
  const [row] = await db.$queryRaw<{ listed: string | null }[]>`
    select string_agg(concat_ws(' ', r.number, o."clauseId"), ',' order by r.number, o.seq) as listed
    from "Remark" r left join "RemarkOperation" o on o."remarkId" = r.id where ${condition}`;
  return inActOrder(row?.listed ?? '', placesIn(units));
}

/** Clauses under the unit that the list is narrowed to; null where it is not. */
export function clausesAsked(units: readonly DraftUnit[], code: number | null): string[] | null {
  if (code === null) return null;
  const unit = units.find((each) => each.code === code);
  return unit ? subtreeOf(units, unit.clauseId).map(({ clauseId }) => clauseId) : [];
}

/** Looked at for the next one: with none after it, the first before it is offered, so that what was passed over is not forgotten. */
const lookBack = 40;

/** The remark to go on with once this one is done, in the order of the list; null when it was the last. Ask before it is done. */
export async function nextOnDesk(
  db: Db,
  { viewer, slug, number, query }: { viewer: Viewer; slug: string; number: number; query: DeskQuery },
): Promise<number | null> {
  const { id, teryt, answersDueAt } = await findForOffice(db, { viewer, slug });
  const { units } = await loadDraft(db, { id });
  const scope = { consultationId: id, teryt, viewerId: viewer.id, now: new Date(), answersDueAt };
  // What is collected is done for now, though it waits to be released.
  const rows = await db.rulingDraft.findMany({
    where: { consultationId: id, state: 'collected' },
    select: { remark: { select: { number: true } } },
  });
  const collected = new Set(rows.map((row) => row.remark.number));
  const numbers = await walkOf(db, { units, scope }, { query, number, around: lookBack + collected.size });
  const at = numbers.indexOf(number);
  return [...numbers.slice(at + 1), ...numbers.slice(0, at)].find((each) => !collected.has(each)) ?? null;
}

/** What was done last on the desk, as it stands now: a ruling, or the viewer's own draft on it, or one they sent back. */
export type DoneOnDesk = { number: number; state: RemarkState; draft: DraftState | null };

/** For officials of the municipality: ask after the head of the desk, which knows them. */
export async function loadDone(
  db: Db,
  { slug, viewerId, number }: { slug: string; viewerId: string; number: number | null },
): Promise<DoneOnDesk | null> {
  if (number === null) return null;
  const remark = await db.remark.findFirst({
    where: { consultation: { slug }, number },
    select: {
      state: true,
      drafts: {
        where: { state: { in: [...liveDraftStates] }, OR: [{ draftedById: viewerId }, { reviewedById: viewerId }] },
        orderBy: { updatedAt: 'desc' },
        take: 1,
        select: { state: true },
      },
    },
  });
  return (
    remark && { number, state: remark.state as RemarkState, draft: (remark.drafts[0]?.state as DraftState) ?? null }
  );
}
