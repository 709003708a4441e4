import { expect, test } from 'vitest';
import { loadDecidable } from '#app/drafting/rulings/load-decidable.server.ts';
import { openReport } from '#app/drafting/report/load-report.server.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { loadScale, scalePlace } from './load-scale.server.ts';

const db = await testDb();
const size = { characters: 6_000, amendments: 35, remarks: 100, people: 20, ruled: 25 };

test('the large set is consistent, in a small size too, and is not loaded twice', async () => {
  const loaded = await loadScale(db, { size, note: () => {} });
  if (!loaded.ok) throw new Error(loaded.error.code);
  expect(loaded.value.characters).toBeGreaterThanOrEqual(6_000);
  const { id } = await db.consultation.findUniqueOrThrow({ where: { slug: scalePlace.slug } });
  const where = { consultationId: id };
  const decided = await db.ruling.count({ where });
  expect(await db.remark.count({ where: { ...where, kind: 'amendment' } })).toBe(35);
  expect(await db.remark.count({ where: { ...where, state: { not: 'open' } } })).toBe(decided);
  expect(decided).toBeGreaterThan(0);
  expect(await db.event.count({ where: { ...where, kind: 'remark-filed' } })).toBe(100);
  expect(await db.event.count({ where: { ...where, kind: 'remark-decided' } })).toBe(decided);
  expect(await db.operationWording.count({ where })).toBe(100);
  expect((await openReport(db, { slug: scalePlace.slug, number: null, now: new Date() })).head.numbers).toMatchObject({
    received: 100,
    amendments: 35,
    filings: 100,
  });
  expect(await loadScale(db, { size, note: () => {} })).toEqual({ ok: false, error: { code: 'loaded' } });
});

test('its remarks can be ruled on like any other', async () => {
  const viewer = {
    id: '',
    email: '',
    displayName: 'Urząd',
    verified: true,
    grants: [{ role: 'official' as const, teryt: scalePlace.teryt, teamId: null, organisationName: null }],
  };
  const { number } = await db.remark.findFirstOrThrow({ where: { kind: 'amendment' }, orderBy: { number: 'asc' } });
  const { operations, remark } = await loadDecidable(db, { viewer, slug: scalePlace.slug, number });
  expect(remark.state).toBe('open');
  expect(operations).toHaveLength(1);
});
