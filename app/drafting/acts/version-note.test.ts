import { expect, test } from 'vitest';
import { translator } from '#app/i18n/translate.ts';
import { versionNote, type NotedVersion } from './version-note.ts';

const ruling: NotedVersion = {
  kind: 'ruling',
  note: '',
  causes: [{ remark: 7, goesAlong: false }],
  changes: [
    { op: 'replace', citation: '§ 2 ust. 1' },
    { op: 'delete', citation: '§ 3' },
  ],
};

test('what a ruling changed is told in the language of the reader', () => {
  expect(versionNote(translator('pl'), ruling)).toBe('Po uwadze nr 7: zmieniono § 2 ust. 1; skreślono § 3.');
  expect(versionNote(translator('en'), ruling)).toBe('After remark no. 7: § 2 ust. 1 changed; § 3 deleted.');
});

test('rulings released together are named by their remarks; those that go along with one of their group are not', () => {
  const causes = [7, 9, 12].map((remark) => ({ remark, goesAlong: remark === 12 }));
  expect(versionNote(translator('pl'), { ...ruling, causes })).toBe(
    'Po 2 uwagach (nr 7, 9): zmieniono § 2 ust. 1; skreślono § 3.',
  );
});

test('the first version is told in the language of the reader, an editorial one as the office wrote it', () => {
  expect(versionNote(translator('en'), { kind: 'import', note: 'Tekst wyjściowy', changes: [], causes: [] })).toBe(
    'Initial text',
  );
  expect(
    versionNote(translator('en'), { kind: 'editorial', note: 'Poprawiono literówkę.', changes: [], causes: [] }),
  ).toBe('Poprawiono literówkę.');
});
