import { expect, test } from 'vitest';
import { codes, filed, makeConsultation, makePerson, teryt } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { insertSnippet } from './insert-snippet.server.ts';
import { listSnippets, loadSnippets } from './list-snippets.server.ts';
import { removeSnippet, saveSnippet } from './save-snippet.server.ts';

const db = await testDb();

test('a text is kept, changed against what the page showed, inserted for a remark and removed', async () => {
  const { slug, official } = await makeConsultation(db, 'teksty');
  const anna = await makePerson(db, 'Anna');
  const number = await filed(db, { slug, viewer: anna, code: codes.term, op: 'none', reason: 'Dłużej.' });
  const words = { viewer: official, teryt, name: 'Poza zakresem' };
  expect(await saveSnippet(db, { ...words, text: 'Uwaga {nummer}.', meant: null })).toEqual({
    ok: false,
    error: { code: 'unknown-placeholder', names: ['nummer'] },
  });
  const text = '{imię i nazwisko autora}, uwaga nr {numer}, {jednostka}: {tytuł}, {gmina}.';
  const saved = await saveSnippet(db, { ...words, text, meant: null });
  if (!saved.ok) throw new Error(saved.error.code);
  const { id } = saved.value;
  expect(await insertSnippet(db, { viewer: official, slug, number, id, locale: 'pl' })).toEqual({
    ok: true,
    // The author did not ask to be named: a reason is public.
    value: `autor uwagi, uwaga nr ${number}, § 2 ust. 1: Zasady konsultacji, Jurowice.`,
  });
  const changed = { ...words, text: 'Krócej.' };
  expect(await saveSnippet(db, { ...changed, meant: { id, revision: 1 } })).toMatchObject({ ok: true });
  expect(await saveSnippet(db, { ...changed, meant: { id, revision: 1 } })).toMatchObject({ error: { code: 'moved' } });
  expect(await removeSnippet(db, { viewer: official, teryt, id, revision: 1 })).toMatchObject({ ok: false });
  expect(await listSnippets(db, teryt)).toMatchObject([{ name: 'Poza zakresem', text: 'Krócej.', revision: 2 }]);
  expect(await removeSnippet(db, { viewer: official, teryt, id, revision: 2 })).toEqual({ ok: true });
  expect(await insertSnippet(db, { viewer: official, slug, number, id, locale: 'pl' })).toMatchObject({
    error: { code: 'gone' },
  });
  const lines = await db.event.findMany({ where: { subjectType: 'snippet' }, orderBy: { id: 'asc' } });
  expect(lines.map(({ kind }) => kind)).toEqual(['snippet-added', 'snippet-changed', 'snippet-removed']);
});

test('texts are of one municipality: for everybody else they do not exist', async () => {
  const { official } = await makeConsultation(db, 'teksty-cudze');
  const stranger = await makePerson(db, 'Obca', { role: 'official', teryt: '1234567' });
  const words = { teryt, name: 'Nazwa', text: 'Słowa.', meant: null };
  await expect(saveSnippet(db, { ...words, viewer: stranger })).rejects.toThrow('not an official here');
  await expect(loadSnippets(db, { viewer: stranger, teryt })).rejects.toThrow('not an official here');
  const saved = await saveSnippet(db, { ...words, viewer: official });
  if (!saved.ok) throw new Error(saved.error.code);
  await expect(removeSnippet(db, { viewer: stranger, teryt, id: saved.value.id, revision: 1 })).rejects.toThrow(
    'not an official here',
  );
});
