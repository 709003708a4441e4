import { outageOf } from '#app/log/outage.server.ts';
import type { Db } from './client.server.ts';

const everyMs = 5 * 60_000;

/**
 * Counts anew what stands in the tables that have changed much: the database chooses its ways by these counts, and with those of an
 * empty table a list of thousands takes seconds. A server does that by itself, in its own time; the embedded database never does.
 * Returns the tables counted.
 */
export async function refreshStatistics(db: Db): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select c.relname as name from pg_class c left join pg_stat_user_tables s on s.relid = c.oid
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and pg_relation_size(c.oid) > 0
      and (c.reltuples < 0 or coalesce(s.n_mod_since_analyze, 0) > 50 + 0.2 * c.reltuples
        or pg_relation_size(c.oid) / current_setting('block_size')::int > 10 + 1.5 * c.relpages)
    order by c.relname`;
  for (const { name } of tables) await db.$executeRawUnsafe(`analyze "${name}"`);
  return tables.map(({ name }) => name);
}

/** Keeps the counts of the embedded database fresh while it is open. The returned function stops that. */
export function keepStatistics(db: Db): () => Promise<void> {
  const outage = outageOf('statistics of the embedded database');
  let working: Promise<unknown> = Promise.resolve();
  const refresh = () => {
    working = working.then(() => refreshStatistics(db)).then(outage.works, outage.failed);
  };
  refresh();
  const timer = setInterval(refresh, everyMs);
  return async () => {
    clearInterval(timer);
    await working;
  };
}
