import { expect, test } from 'vitest';
import { codes, decide, filed, makeConsultation, makePerson } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { addGround, removeGround } from './change-grounds.server.ts';
import type { GroundSource } from './ground.ts';
import { citationsOf, listGrounds } from './grounds.server.ts';

const db = await testDb();
const slug = 'podstawy';
const source: GroundSource = {
  kind: 'board-group',
  sourceId: 'tablica:1',
  label: 'Za późno się dowiadujemy',
  figure: '19 kart',
  address: '/tablice/x/grupy/1',
};

test('a provision keeps what it rests on as it was, and says when its words have changed since', async () => {
  const { official: viewer } = await makeConsultation(db, slug);
  const anna = await makePerson(db, 'Anna');
  const add = (code: number | null, figure = source.figure) =>
    addGround(db, { viewer, slug, code, source: { ...source, figure } });
  await expect(addGround(db, { viewer: anna, slug, code: null, source })).rejects.toMatchObject({ code: 'not-found' });
  expect(await add(codes.term)).toEqual({ ok: true });
  expect(await add(codes.term, '25 kart')).toEqual({ ok: false, error: { code: 'named-already' } });
  expect(await add(99)).toEqual({ ok: false, error: { code: 'no-provision' } });
  expect(await add(null)).toEqual({ ok: true });
  expect(await listGrounds(db, slug, codes.term)).toMatchObject([
    { label: source.label, figure: '19 kart', citation: '§ 2 ust. 1', hasChanged: false },
  ]);

  await filed(db, { slug, viewer: anna, code: codes.term, text: 'Konsultacje trwają co najmniej 21 dni.' });
  await decide(db, { slug, viewer, number: 1, decision: 'accepted' });
  const [ground, whole] = await listGrounds(db, slug);
  expect([ground?.hasChanged, whole?.hasChanged, whole?.citation]).toEqual([true, false, null]);
  expect(await citationsOf(db, 'board-group', 'tablica:')).toMatchObject([
    { slug, code: codes.term, hasChanged: true },
    { slug, code: null, hasChanged: false },
  ]);

  const remove = () => removeGround(db, { viewer, slug, ground: ground!.id, reason: 'Pomyłka.' });
  expect(await remove()).toEqual({ ok: true });
  expect(await remove()).toEqual({ ok: false, error: { code: 'gone' } });
  expect(await listGrounds(db, slug, codes.term)).toEqual([]);
  const lines = await db.event.findMany({ where: { subjectType: 'ground' }, orderBy: { id: 'asc' } });
  expect(lines.map(({ kind }) => kind)).toEqual(['ground-added', 'ground-added', 'ground-removed']);
});
