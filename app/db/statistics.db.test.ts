import { expect, test } from 'vitest';
import { makeConsultation } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { refreshStatistics } from './statistics.server.ts';

const db = await testDb();

/** Rows of a table as the database counts with them; -1 where it has never looked. */
async function counted(table: string): Promise<number> {
  const [row] = await db.$queryRaw<
    { rows: number }[]
  >`select reltuples::int as rows from pg_class where relname = ${table} and relnamespace = current_schema()::regnamespace`;
  return row!.rows;
}

test('tables that were filled are counted, others are left alone', async () => {
  await makeConsultation(db, 'policzona');
  expect(await refreshStatistics(db)).toContain('ClausePlacement');
  const rows = await counted('ClausePlacement');
  expect(rows).toBe(await db.clausePlacement.count());
  expect(await refreshStatistics(db)).not.toContain('ClausePlacement');
  for (let more = 0; more < 20; more += 1) await makeConsultation(db, `policzona-${more}`);
  // Every connection tells of its changes in its own time, and a server may count a table before it is asked to.
  const now = async () => {
    await refreshStatistics(db);
    return counted('ClausePlacement');
  };
  await expect.poll(now, { timeout: 60_000, interval: 500 }).toBe(rows + 20 * 6);
});
