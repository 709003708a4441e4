import { expect, test } from 'vitest';
import { transaction } from '#app/db/transaction.server.ts';
import { emptyTables, testDb } from '#tests/setup/test-db.ts';
import { askedFrom, withoutLimits } from './asker.server.ts';
import { limits } from './limits.ts';
import { purgeLimits, requireLimit, takeLimit, withinLimit } from './take-limit.server.ts';

const db = await testDb();
const [comments] = limits.comment;
const [tokens] = limits['api-token'];
const person = (id: string) => ({ person: id });
const take = (id: string) => takeLimit(db, 'api-token', person(id));
const taken = async (id: string, times: number) =>
  (await Promise.all(Array.from({ length: times }, () => take(id)))).filter(({ ok }) => ok).length;

test('no more than the bound get through, also all at once, and the refusal says how long to wait', async () => {
  await emptyTables(db);
  expect(await taken('a', tokens.points + 15)).toBe(tokens.points);
  const refused = await take('a');
  expect(refused).toMatchObject({ ok: false, error: { code: 'too-many' } });
  expect(!refused.ok && refused.error.seconds > 0 && refused.error.seconds <= tokens.seconds).toBe(true);
  expect((await take('b')).ok).toBe(true);
  await expect(requireLimit(db, 'api-token', person('a'))).rejects.toMatchObject({ code: 'too-many', status: 429 });
});

test('a refused attempt takes no room of the other bounds, and waiting is not made longer by trying', async () => {
  await emptyTables(db);
  const first = await take('a');
  await db.limitCount.updateMany({ data: { points: tokens.points } });
  const before = await db.limitCount.findMany();
  for (let i = 0; i < 5; i++) await take('a');
  expect(await db.limitCount.findMany()).toEqual(before);
  if (first.ok) await first.giveBack();
  expect((await take('a')).ok).toBe(true);
});

test('after its window a counter begins anew, and old rows are removed', async () => {
  await emptyTables(db);
  await taken('a', tokens.points);
  await db.limitCount.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
  expect((await take('a')).ok).toBe(true);
  await take('b');
  await db.limitCount.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
  await take('c');
  await purgeLimits(db);
  expect(await db.limitCount.count()).toBe(1);
});

test('only what was accepted counts; what failed is given back', async () => {
  await emptyTables(db);
  const run = (work: () => Promise<{ ok: boolean }>) => withinLimit(db, 'api-token', person('a'), work);
  for (let i = 0; i < tokens.points + 3; i++) await run(async () => ({ ok: false }));
  await expect(
    run(async () => {
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  expect((await db.limitCount.findMany()).map(({ points }) => points)).toEqual([0]);
  for (let i = 0; i < tokens.points; i++) expect(await run(async () => ({ ok: true }))).toEqual({ ok: true });
  expect(await run(async () => ({ ok: true }))).toMatchObject({ ok: false, error: { code: 'too-many' } });
});

test('inside a transaction it counts with it and is undone with it', async () => {
  await emptyTables(db);
  const work = (fails: boolean) =>
    transaction(db, async (tx) => {
      await withinLimit(tx, 'api-token', person('a'), async () => {
        if (fails) throw new Error('stop');
        return { ok: true };
      });
    });
  await work(false);
  await expect(work(true)).rejects.toThrow('stop');
  expect((await db.limitCount.findMany()).map(({ points }) => points)).toEqual([1]);
});

test('an address counts without being handed on, an IPv6 one by its /64; people who are signed in behind it are counted by person', async () => {
  await emptyTables(db);
  const [byAddress] = limits['guest-letter'];
  const guest = (address: string, isMeeting = false) =>
    askedFrom(address, () => takeLimit(db, 'guest-letter', { isMeeting }));
  const sent = await Promise.all(Array.from({ length: byAddress.points + 5 }, (_, i) => guest(`2001:db8::${i}`)));
  expect(sent.filter(({ ok }) => ok)).toHaveLength(byAddress.points);
  expect((await guest('2001:db8:0:1::1')).ok).toBe(true);
  expect((await guest('2001:db8::1', true)).ok).toBe(true);
  expect((await askedFrom('2001:db8::1', () => takeLimit(db, 'guest-letter', person('resident')))).ok).toBe(true);
});

test('what the machine itself does is not counted, nor what has nothing to be counted by', async () => {
  await emptyTables(db);
  for (let i = 0; i < comments.points + 1; i++)
    expect((await withoutLimits(() => takeLimit(db, 'comment', person('a')))).ok).toBe(true);
  expect((await takeLimit(db, 'api-write', {})).ok).toBe(true);
  expect(await db.limitCount.count()).toBe(0);
});

test('no address, person or letter box can be read in the table', async () => {
  await emptyTables(db);
  await askedFrom('192.0.2.7', () => takeLimit(db, 'registration', { target: 'Anna@X.example' }));
  await askedFrom('192.0.2.7', () => takeLimit(db, 'registration', { target: ' anna@x.example' }));
  const rows = await db.limitCount.findMany();
  expect(rows.map(({ points }) => points)).toEqual([2, 2]);
  for (const { key } of rows) expect(key).toMatch(/^[\w-]{43}$/);
});
