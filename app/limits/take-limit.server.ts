import { sha256 } from '#app/hash/sha256.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { isInTransaction } from '#app/db/transaction.server.ts';
import { AppError } from '#app/errors/app-error.ts';
import { isNoRoom } from '#app/errors/known-refusal.ts';
import { askersNetwork, isCounted } from './asker.server.ts';
import { countRead } from './count-read.server.ts';
import { limits, type Bound, type LimitName, type Scope } from './limits.ts';

/** By whom, or towards what, one more is counted. The address of the connection is known without being said. */
export type Subjects = {
  /** Id of the one who is signed in. */
  person?: string | null;
  /** Id of the consultation. */
  consultation?: string | null;
  /** What is aimed at: an e-mail address, a receiver of notices. */
  target?: string | null;
  /** A meeting of the consultation is being held: the wider bounds hold. */
  isMeeting?: boolean;
};

/** A refusal that says how long to wait. */
export type TooMany = { code: 'too-many'; seconds: number };
export type Taken =
  | {
      ok: true;
      /** Uncounts it: the attempt was refused for another reason, and did nothing. */ giveBack: () => Promise<void>;
    }
  | { ok: false; error: TooMany };

type Counter = { key: string; points: number; seconds: number };
type Count = { key: string; points: number; seconds: number };

/**
 * Counts one more of `name`, in the database, so that all processes count together; over any bound nothing is counted and the
 * answer names the seconds until there is room. One statement counts by all scopes, so that two at once cannot both take the
 * last place. Call it before the transaction of the change: an attempt then counts though its transaction is undone; inside a
 * transaction it is undone with it. Keys are hashes: no address stands in the table.
 */
export async function takeLimit(db: Db, name: LimitName, subjects: Subjects): Promise<Taken> {
  const counters = isCounted() ? countersOf(name, subjects) : [];
  if (counters.length === 0) return { ok: true, giveBack: async () => {} };
  const allowed = new Map(counters.map(({ key, points }) => [key, points]));
  const counts = await count(db, counters);
  const full = counts.filter(({ key, points }) => points > (allowed.get(key) ?? 0));
  const giveBack = () => uncount(db, counters);
  if (full.length === 0) return { ok: true, giveBack };
  await giveBack();
  return { ok: false, error: { code: 'too-many', seconds: Math.max(1, ...full.map(({ seconds }) => seconds)) } };
}

/** The same for callers that have no answer of their own for it: over a bound it throws, and the page is a 429 with Retry-After. */
export async function requireLimit(db: Db, name: LimitName, subjects: Subjects): Promise<void> {
  const taken = await takeLimit(db, name, subjects);
  if (!taken.ok) throw new AppError('too-many', name, { seconds: taken.error.seconds });
}

/** The same for something that is only read. Where no counter can be written it counts in memory: a full disk does not keep from reading. */
export async function requireReadLimit(db: Db, name: LimitName): Promise<void> {
  try {
    await requireLimit(db, name, {});
  } catch (error) {
    if (!isNoRoom(error)) throw error;
    const rate = await countRead(name, askersNetwork() ?? '');
    if (!rate.allowed) throw new AppError('too-many', name, { seconds: rate.seconds });
  }
}

/**
 * Runs `work` within a limit and counts only what was accepted: a refused attempt is given back. Those at the same moment are
 * counted before they run, so that many at once do not slip through together.
 */
export async function withinLimit<T extends { ok: boolean }>(
  db: Db,
  name: LimitName,
  subjects: Subjects,
  work: () => Promise<T>,
): Promise<T | { ok: false; error: TooMany }> {
  const taken = await takeLimit(db, name, subjects);
  if (!taken.ok) return taken;
  try {
    const result = await work();
    if (!result.ok) await taken.giveBack();
    return result;
  } catch (error) {
    // A transaction that fails takes its own counts along; and what is told is the first failure, not that of the counting.
    if (!isInTransaction(db)) await Promise.allSettled([taken.giveBack()]);
    throw error;
  }
}

/** Removes counters whose window is over. */
export async function purgeLimits(db: Db): Promise<void> {
  await db.$executeRaw`
    delete from "LimitCount" where "key" in
      (select "key" from "LimitCount" where "expiresAt" <= now() order by "key" for update skip locked)`;
}

function countersOf(name: LimitName, subjects: Subjects): Counter[] {
  const values: Record<Scope, string | null> = {
    person: subjects.person ?? null,
    address: askersNetwork(),
    consultation: subjects.consultation ?? null,
    target: subjects.target?.trim().toLowerCase() || null,
  };
  return limits[name].flatMap((bound: Bound) => {
    if (bound.guests && values.person !== null) return [];
    const parts = bound.per.map((scope) => values[scope]);
    if (parts.includes(null)) return [];
    const key = sha256(JSON.stringify([name, bound.per, bound.seconds, parts]), 'base64url');
    return [
      { key, seconds: bound.seconds, points: subjects.isMeeting ? (bound.atMeeting ?? bound.points) : bound.points },
    ];
  });
}

/** Rows are taken in one order by everybody, so that two who count by the same scopes cannot wait for each other. */
async function count(db: Db, counters: Counter[]): Promise<Count[]> {
  const rows = JSON.stringify(counters);
  return db.$queryRaw<Count[]>`
    insert into "LimitCount" as c ("key", "points", "expiresAt")
    select r.key, 1, now() + make_interval(secs => r.seconds) from jsonb_to_recordset(${rows}::jsonb) as r(key text, seconds int) order by r.key
    on conflict ("key") do update set
      "points" = case when c."expiresAt" <= now() then 1 else c."points" + 1 end,
      "expiresAt" = case when c."expiresAt" <= now() then excluded."expiresAt" else c."expiresAt" end
    returning "key", "points", ceil(extract(epoch from "expiresAt" - now()))::int as "seconds"`;
}

/** Takes its rows in the same order: those who count and those who give back wait for each other too. */
async function uncount(db: Db, counters: Counter[]): Promise<void> {
  const keys = JSON.stringify(counters.map(({ key }) => key));
  await db.$executeRaw`
    with held as (
      select "key" from "LimitCount" where "key" in (select jsonb_array_elements_text(${keys}::jsonb)) order by "key" for update
    )
    update "LimitCount" as c set "points" = c."points" - 1 from held
    where c."key" = held."key" and c."points" > 0 and c."expiresAt" > now()`;
}
