import { expect, test } from 'vitest';
import { loadOfficeGroups } from '#app/amendments/deciding/group-suggestions.server.ts';
import { listVersions } from '#app/consultations/version-list.server.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { verifyRecord } from '#app/db/record/verify-record.server.ts';
import { isUnused, seedDemo } from './seed-demo.server.ts';

const db = await testDb();
const root = process.cwd();

test('a fill that is stopped leaves nothing, and the next start fills the whole set', { timeout: 240_000 }, async () => {
  const stopped = seedDemo(db, root, (text) => {
    if (text.includes('monitoring team')) throw new Error('stopped');
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect(await isUnused(db)).toBe(true);
  expect(await db.event.count()).toBe(0);
  await seedDemo(db, root, () => {});
  expect(await db.consultation.count()).toBe(2);
  expect(await db.edition.count()).toBe(3);
});

test('every state of the office’s work can be seen, with dates before today', async () => {
  const official = await db.user.findFirstOrThrow({ where: { email: 'urzad@jurowice.example' }, include: { grants: true } });
  const viewer = { id: official.id, email: official.email, displayName: official.displayName, verified: true, grants: official.grants.map(({ teryt }) => ({ role: 'official' as const, teryt, teamId: null, organisationName: null })) };
  const { id, slug } = await db.consultation.findFirstOrThrow({ where: { title: 'Zasady konsultacji z mieszkańcami' } });
  const { groups, suggestions } = await loadOfficeGroups(db, { viewer, slug });
  expect(groups).toMatchObject([{ number: 1, members: 2, open: 2 }]);
  expect(suggestions).toMatchObject([{ group: 1, members: [{ number: 17 }] }]);
  expect((await db.rulingDraft.findMany({ where: { consultationId: id }, orderBy: { id: 'asc' } })).map(({ state }) => state)).toEqual(['waiting', 'draft']);
  expect(await db.remark.count({ where: { consultationId: id, assignedToId: { not: null } } })).toBe(4);
  const versions = await listVersions(db, id);
  const dawn = new Date(Date.now() - 36 * 3_600_000);
  expect(versions.filter(({ kind }) => kind === 'ruling').map(({ createdAt }) => new Date(createdAt) < dawn)).toEqual([true, true, true]);
  const rulings = await db.ruling.findMany({ select: { madeAt: true, remark: { select: { filedAt: true } } } });
  for (const { madeAt, remark } of rulings) expect(madeAt.getTime()).toBeGreaterThan(remark.filedAt.getTime());
});

test('everything the demonstration wrote agrees with the seals of its transaction', async () => {
  const { differences } = await verifyRecord(db);
  expect(differences).toEqual([]);
});
