import { expect, test } from 'vitest';
import { codes, filed, makeConsultation, makePerson, teryt } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { assignRemarks, setDue } from './assign.server.ts';
import { shownOf } from './deciding-schema.ts';

const db = await testDb();
const { slug, official } = await makeConsultation(db, 'przydzialy');
const [second, anna] = [await makePerson(db, 'Piotr', { role: 'official' }), await makePerson(db, 'Anna')];
for (const { id: userId } of [official, second])
  await db.roleGrant.create({ data: { userId, role: 'official', teryt, grantedById: userId } });
const [one, two] = [
  await filed(db, { slug, viewer: anna, code: codes.first, op: 'none', reason: 'Raz.' }),
  await filed(db, { slug, viewer: anna, code: codes.first, op: 'none', reason: 'Dwa.' }),
];
const now = async () =>
  await db.remark.findMany({ orderBy: { number: 'asc' }, select: { assignedToId: true, dueAt: true } });

test('a stale page neither gives a remark to somebody else nor sets another term, and of several none', async () => {
  const empty = new Map([
    [one, ''],
    [two, ''],
  ]);
  const day = new Date('2026-11-12T22:59:00Z');
  await assignRemarks(db, { viewer: second, slug, numbers: [one], officialId: second.id, shown: empty });
  await setDue(db, { viewer: second, slug, numbers: [one], dueAt: day, shown: empty });
  const before = await now();
  expect(
    await assignRemarks(db, { viewer: official, slug, numbers: [one, two], officialId: official.id, shown: empty }),
  ).toEqual({ ok: false, error: { code: 'moved', numbers: [one] } });
  expect(
    await setDue(db, {
      viewer: official,
      slug,
      numbers: [one, two],
      dueAt: new Date('2026-11-10T22:59:00Z'),
      shown: empty,
    }),
  ).toEqual({ ok: false, error: { code: 'moved', numbers: [one] } });
  expect(await setDue(db, { viewer: official, slug, numbers: [two], dueAt: day, shown: new Map() })).toMatchObject({
    ok: false,
  });
  expect(await now()).toEqual(before);
  expect(
    await assignRemarks(db, {
      viewer: official,
      slug,
      numbers: [one, two],
      officialId: official.id,
      shown: shownOf([`${one}:${second.id}`, `${two}:`]),
    }),
  ).toEqual({ ok: true, value: { changed: 2 } });
});
