import { expect, test } from 'vitest';
import { blankQuestion, type Definition, type Question } from './definition.ts';
import { readMapping, valueField } from './import-form.ts';
import { importBounds } from './import-table.ts';
import { viewAnswers } from './import-work.ts';

const words = (pl: string) => ({ pl, en: '' });
const choices = (list: readonly string[], letter = 'a') =>
  list.map((each, at) => ({ id: `${letter}${at + 1}`, words: words(each), other: each === 'inne' }));
const question = (id: string, kind: Question['kind'], pl: string, more: Partial<Question> = {}): Question => ({
  ...blankQuestion(id, kind),
  words: words(pl),
  ...more,
});
const definition: Definition = {
  pages: [
    {
      id: 'p1',
      title: words(''),
      questions: [
        question('q1', 'one', 'Czy był Pan, czy była Pani na spotkaniu?', {
          required: true,
          options: choices(['Tak', 'Nie', 'inne']),
        }),
        question('q2', 'many', 'Skąd się Pani dowiaduje?', {
          options: choices(['Tablica', 'Sąsiedzi, rodzina', 'BIP']),
        }),
        question('q3', 'scale', 'Jak oceniasz?', { options: [] }),
        question('q4', 'matrix', 'Jak często?', {
          options: choices(['często', 'rzadko']),
          rows: choices(['zebrania', 'ankiety'], 'r'),
        }),
        question('q5', 'rank', 'Co najpierw?', { options: choices(['drogi', 'park']) }),
        question('q6', 'long', 'Co jeszcze?', { options: [] }),
      ],
    },
  ],
};
const view = (lines: readonly string[], mapping: Parameters<typeof viewAnswers>[0]['mapping'] = null) => {
  const seen = viewAnswers({ source: `\uFEFF${lines.join('\r\n')}`, definition, mapping });
  if (!seen.ok) throw new Error(seen.error);
  return seen;
};

test('an export of Google Forms: headings find their questions, cells with commas their choices, and bad rows are named', () => {
  const { judged } = view([
    '"Sygnatura czasowa","Czy był Pan, czy była Pani na spotkaniu?","Skąd się Pani dowiaduje?","Jak oceniasz?","Jak często? [zebrania]","Jak często? [ankiety]","Co jeszcze?"',
    '"2026/10/02 8:00:01 AM","Tak","Tablica;Sąsiedzi, rodzina","4","często","rzadko","Więcej ""ogłoszeń"""',
    '"2026/10/02 8:00:02 AM","Nie","Sąsiedzi, rodzina, BIP","","","",""',
    '"2026/10/02 8:00:03 AM","Może","BIP","5","","",""',
    '"2026/10/02 8:00:04 AM","","BIP","5","","",""',
    '"2026/10/02 8:00:05 AM","Tak","BIP","9","","",""',
  ]);
  expect(judged.columns.map(({ target }) => target)).toEqual(['', 'q1', 'q2', 'q3', 'q4-r1', 'q4-r2', 'q6']);
  expect(judged.answers).toEqual([
    { q1: 'a1', q2: ['a1', 'a2'], q3: 4, q4: { r1: 'a1', r2: 'a2' }, q6: 'Więcej "ogłoszeń"' },
    { q1: 'a2', q2: ['a2', 'a3'] },
  ]);
  expect(judged.columns[1]?.values[0]).toEqual({ value: 'Może', count: 1, matched: '' });
  expect(judged.invalid).toEqual([
    { question: 'q1', key: 'survey.import.reason.unmatched', count: 1 },
    { question: 'q1', key: 'survey.error.required', count: 1 },
    { question: 'q3', key: 'survey.error.forged', count: 1 },
  ]);
});

test('an export of LimeSurvey: ticks, numbered parts, places of a ranking and codes of answers', () => {
  const { judged } = view([
    'id;submitdate;q1;q2[SQ001];q2[SQ003];q4[SQ002];q5[1];q5[2]',
    '1;2026-10-02;AO02;Y;N;A1;park;drogi',
    '2;2026-10-02;AO01;;Tak;;;',
  ]);
  expect(judged.columns.map(({ target }) => target)).toEqual([
    '',
    '',
    'q1',
    'tick:q2:a1',
    'tick:q2:a3',
    'q4-r2',
    'q5@1',
    'q5@2',
  ]);
  expect(judged.answers).toEqual([
    { q1: 'a2', q2: ['a1'], q4: { r2: 'a1' }, q5: ['a2', 'a1'] },
    { q1: 'a1', q2: ['a3'] },
  ]);
});

test('what somebody says of columns and values holds, words beside „inne” are kept, and what nobody asked for is left out', () => {
  const lines = ['Pytanie', 'tak jest', 'byłem online', 'x'].map((each) => `${each},1`);
  expect(view(lines).judged).toMatchObject({ answers: [], missing: ['q1'] });
  const mapping = { targets: ['q1', ''], values: { '0': { 'tak jest': 'a1', 'byłem online': 'a3', x: 'none' } } };
  const { judged } = view(lines, mapping);
  expect(judged.answers).toEqual([{ q1: 'a1' }, { q1: 'a3', 'q1.other': 'byłem online' }]);
  expect(judged.invalid).toEqual([{ question: 'q1', key: 'survey.error.required', count: 1 }]);
});

test('values that are words of the language of the program are values as any other', () => {
  const names = ['constructor', '__proto__', 'toString'];
  const lines = ['Pytanie', ...names].map((each) => `${each},1`);
  const asked = { targets: ['q1', ''], values: { '0': {} } };
  expect(view(lines, asked).judged.columns[0]?.values.map(({ matched }) => matched)).toEqual(['', '', '']);
  const typed = Object.fromEntries(names.map((_, n) => [valueField(0, n), ['a1']]));
  const read = readMapping({ definition, judged: view(lines, asked).judged }, typed);
  expect(view(lines, read.ok ? read.value : null).judged.answers).toEqual(names.map(() => ({ q1: 'a1' })));
});

test('what is no table, has no rows or too many is refused', () => {
  const of = (source: string) => viewAnswers({ source, definition, mapping: null });
  expect(of('')).toEqual({ ok: false, error: 'no-rows' });
  expect(of('a,b')).toEqual({ ok: false, error: 'no-rows' });
  expect(of('a,b\n"x')).toEqual({ ok: false, error: 'not-table' });
  expect(of(`a\n${'x\n'.repeat(importBounds.rows + 1)}`)).toEqual({ ok: false, error: 'too-many-rows' });
  expect(of(`${'a,'.repeat(400)}\nx`)).toEqual({ ok: false, error: 'too-many-columns' });
});
