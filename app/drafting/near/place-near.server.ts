import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { lockConsultation } from '../office/lock-consultation.server.ts';
import { resembles } from './near.ts';
import { requestOf, requestColumns } from './near-remarks.server.ts';
import { nearRuns, sharedEnough, type NearWords } from './near-runs.ts';

type Placed = NearWords & { number: number; runs: readonly number[] };
type Leads = { withRuns: (runs: readonly number[]) => Promise<Placed[]>; add: (lead: Placed) => void };

/** From this many remarks on all leads are read once instead of asking for each remark. */
const many = 40;

const columns = {
  id: true,
  number: true,
  likeness: true,
  reason: true,
  operations: { where: { op: { not: 'none' } }, select: requestColumns },
} as const;

/**
 * Puts every remark that has no place yet beside the first one of a consultation that says nearly the same, so that what could be
 * answered together is one question to an index. Call it under the lock, in the transaction that wrote the remarks.
 */
export async function placeNear(tx: Db, consultationId: string): Promise<void> {
  const rows = await tx.remark.findMany({
    where: { consultationId, nearKey: null, likeness: { not: '' } },
    orderBy: { number: 'asc' },
    select: columns,
  });
  if (rows.length === 0) return;
  const leads = rows.length < many ? askedLeads(tx, consultationId) : await allLeads(tx, consultationId);
  const same = await sameRemarks(
    tx,
    consultationId,
    rows.map(({ likeness }) => likeness),
  );
  const places: { id: string; key: number; runs: readonly number[] }[] = [];
  for (const { id, number, likeness, reason, operations } of rows) {
    const words: NearWords = { likeness, request: requestOf(operations), words: reason };
    const runs = nearRuns(words);
    const key = same.get(likeness) ?? nearest(await leads.withRuns(runs), { ...words, number, runs }) ?? number;
    same.set(likeness, key);
    if (key === number) leads.add({ ...words, number, runs });
    places.push({ id, key, runs: key === number ? runs : [] });
  }
  await write(tx, places);
}

/** The lead that shares most runs, then the earliest, among those whose words are near indeed. */
function nearest(leads: readonly Placed[], row: Placed): number | null {
  const ranked = leads
    .map((lead) => ({ lead, shared: sharedEnough(row.runs, lead.runs) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.lead.number - b.lead.number);
  return ranked.find(({ lead }) => resembles(lead, row))?.lead.number ?? null;
}

async function sameRemarks(tx: Db, consultationId: string, likeness: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.remark.findMany({
    where: {
      consultationId,
      nearKey: { not: null },
      ...(likeness.length < many ? { likeness: { in: [...likeness] } } : {}),
    },
    distinct: ['likeness'],
    orderBy: { number: 'asc' },
    select: { likeness: true, nearKey: true },
  });
  return new Map(rows.map(({ likeness: key, nearKey }) => [key, nearKey!]));
}

/** Leads asked for one by one; those of this very run are remembered. */
function askedLeads(tx: Db, consultationId: string): Leads {
  const fresh: Placed[] = [];
  return {
    add: (lead) => fresh.push(lead),
    withRuns: async (runs) => {
      const rows = await tx.remark.findMany({
        where: { consultationId, nearRuns: { hasSome: [...runs] } },
        orderBy: { number: 'asc' },
        select: { ...columns, nearRuns: true },
      });
      return [...rows.map(asPlaced), ...fresh];
    },
  };
}

async function allLeads(tx: Db, consultationId: string): Promise<Leads> {
  const byRun = new Map<number, Placed[]>();
  const add = (lead: Placed) => {
    for (const run of lead.runs) byRun.set(run, [...(byRun.get(run) ?? []), lead]);
  };
  for (const row of await tx.remark.findMany({
    where: { consultationId, nearRuns: { isEmpty: false } },
    orderBy: { number: 'asc' },
    select: { ...columns, nearRuns: true },
  }))
    add(asPlaced(row));
  return { add, withRuns: (runs) => Promise.resolve([...new Set(runs.flatMap((run) => byRun.get(run) ?? []))]) };
}

type LeadRow = {
  number: number;
  likeness: string;
  reason: string;
  nearRuns: number[];
  operations: Parameters<typeof requestOf>[0];
};

function asPlaced({ number, likeness, reason, operations, nearRuns: runs }: LeadRow): Placed {
  return { number, likeness, request: requestOf(operations), words: reason, runs };
}

const batch = 1_000;

async function write(tx: Db, places: readonly { id: string; key: number; runs: readonly number[] }[]): Promise<void> {
  for (let from = 0; from < places.length; from += batch) {
    const part = places.slice(from, from + batch);
    await tx.$executeRaw`
      update "Remark" set "nearKey" = given.key, "nearRuns" = given.runs::int[]
      from unnest(${part.map(({ id }) => id)}::uuid[], ${part.map(({ key }) => key)}::int[], ${part.map(({ runs }) => `{${runs.join()}}`)}::text[]) as given(id, key, runs)
      where "Remark".id = given.id`;
  }
}

/** Places the remarks of a database from before there were places. Run it at a start. */
export async function placeAllNear(db: Db): Promise<void> {
  const waiting = await db.remark.findMany({
    where: { nearKey: null, likeness: { not: '' } },
    distinct: ['consultationId'],
    select: { consultationId: true },
  });
  for (const { consultationId } of waiting) {
    await transaction(db, async (tx) => {
      await lockConsultation(tx, consultationId);
      await placeNear(tx, consultationId);
    });
  }
}
