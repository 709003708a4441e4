import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { PrismaClient } from '#app/generated/prisma/client.ts';
import { askedFrom } from '#app/limits/asker.server.ts';
import { limits } from '#app/limits/limits.ts';
import { takeLimit } from '#app/limits/take-limit.server.ts';
import { startChild } from '#tests/setup/child.ts';
import { createServerDatabase } from '#tests/setup/server-database.ts';

const [byAddress, byTarget] = limits['guest-link'];

test('two processes on one database count together, by address and by target, also when all come at once', async () => {
  const { url, drop } = await createServerDatabase(process.env.TEST_DATABASE_URL ?? '');
  onTestFinished(drop);
  const processes = [1, 2].map(() => startChild('tests/contract/limit-taker.ts', [url]));
  onTestFinished(() => processes.forEach((each) => each.process.kill()));
  await Promise.all(processes.map((each) => each.line('ready')));
  // One listener waits for each round.
  for (const each of processes) each.process.stdout?.setMaxListeners(40);
  let round = 0;
  /** How many of `times` in each process got through. */
  const ask = async (address: string, target: string, times: number): Promise<number> => {
    round += 1;
    const answers = processes.map((each) => each.line(`round ${round}: `));
    for (const each of processes) each.process.stdin?.write(`${JSON.stringify({ round, address, target, times })}\n`);
    return (await Promise.all(answers)).reduce((sum, line) => sum + Number(line.split(' ')[2]), 0);
  };
  // Fewer than the bound come in each process, more in both.
  expect(await ask('2001:db8:1::1', 'a@x.example', byTarget.points - 1)).toBe(byTarget.points);
  expect(await ask('2001:db8:2::1', 'a@x.example', 3)).toBe(0);
  // Another target of the same network; the address bound is shared as well.
  let left = byAddress.points - byTarget.points;
  for (let n = 0; left > 0; n += 1) {
    const through = await ask('2001:db8:1::2', `b${n}@x.example`, byTarget.points);
    expect(through).toBe(Math.min(left, byTarget.points));
    left -= through;
  }
  expect(await ask('2001:db8:1:0:9::9', 'last@x.example', 2)).toBe(0);
  expect(await ask('2001:db8:1:1::1', 'last@x.example', 1)).toBe(2);
});

test('what is given back is locked in the order in which it is counted: nobody waits for each other', async () => {
  const { url, drop } = await createServerDatabase(process.env.TEST_DATABASE_URL ?? '');
  onTestFinished(drop);
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  onTestFinished(async () => {
    await other.end();
    await db.$disconnect();
  });
  const isWaiting = async () =>
    (
      await db.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    )[0]?.n === 1;
  for (let n = 0; n < 4; n += 1) {
    const taken = await askedFrom(`2001:db8:${n}::1`, () => takeLimit(db, 'guest-link', { target: `t${n}@x.example` }));
    if (!taken.ok) throw new Error('the limit was full');
    const { rows } = await other.query<{ key: string }>('select "key" from "LimitCount" order by "key"');
    expect(rows.length).toBe(2);
    // The table has them the other way round: the second key first.
    await other.query(
      'with moved as (delete from "LimitCount" returning *) insert into "LimitCount" select * from moved order by "key" desc',
    );
    const lock = 'select 1 from "LimitCount" where "key" = $1 for update';
    await other.query('begin');
    await other.query(lock, [rows[0]?.key]);
    const giving = taken.giveBack();
    await expect.poll(isWaiting, { timeout: 30_000 }).toBe(true);
    expect((await other.query(`${lock} nowait`, [rows[1]?.key])).rowCount).toBe(1);
    await other.query('rollback');
    await giving;
    const { rows: after } = await other.query<{ points: number }>('delete from "LimitCount" returning "points"');
    expect(after.map(({ points }) => points)).toEqual([0, 0]);
  }
});
