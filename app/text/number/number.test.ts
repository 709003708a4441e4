import { expect, test } from 'vitest';
import { insertedNumber, number, repeal } from './number.ts';
import { parse } from '../parse/parse.ts';
import { renderText } from '../render/render-text.ts';
import type { Unit } from '../tree/types.ts';

const unit = (type: Unit['type'], text: string): Unit => ({
  id: `new-${text}`,
  type,
  label: '',
  number: '',
  heading: '',
  text,
  line: 0,
  citation: '',
  children: [],
});

test('a draft numbers § through the whole act and ust. anew in each §', () => {
  const act = parse(
    'Rozdział 1\nOgólne\n\n§ 1. 1. Raz.\n\n2. Dwa.\n\nRozdział 2\nDalsze\n\n§ 2. 1. Trzy.\n\n2. Cztery.\n',
  );
  act.units[0]!.children.unshift(unit('paragraph', 'Nowy.'));
  act.units[1]!.children[0]!.children.push(unit('subsection', 'Pięć.'));
  const { act: numbered } = number(act, { mode: 'draft' });
  expect(numbered.units.flatMap((chapter) => chapter.children.map((one) => one.label))).toEqual([
    '§ 1.',
    '§ 2.',
    '§ 3.',
  ]);
  expect(numbered.units[1]?.children[0]?.children.map((one) => one.citation)).toEqual([
    '§ 3 ust. 1',
    '§ 3 ust. 2',
    '§ 3 ust. 3',
  ]);
});

test('inserting into a draft shifts what follows and reports each changed mark', () => {
  const act = parse('§ 1. Raz.\n\n§ 2. Wstęp:\n\n1/ a,\n\n2/ b.\n');
  act.units.unshift(unit('paragraph', 'Nowy.'));
  act.units[2]!.children.unshift(unit('point', 'zero,'));
  const { act: numbered, changes } = number(act, { mode: 'draft' });
  expect(numbered.units.map((one) => one.label)).toEqual(['§ 1.', '§ 2.', '§ 3.']);
  expect(numbered.units[2]?.children.map((one) => one.label)).toEqual(['1)', '2/', '3/']);
  expect(changes.map((change) => `${change.before.citation} → ${change.after.citation}`)).toContain('§ 2 → § 3');
  expect(act.units[1]?.label).toBe('§ 1.');
});

test('annexes begin again at § 1 and Roman chapters stay Roman', () => {
  const act = parse(
    '§ 1. Raz.\n\n§ 2. Dwa.\n\nZałącznik nr 1 do uchwały\n\nROZDZIAŁ I\nOgólne\n\n§ 1. Raz.\n\nROZDZIAŁ II\nDalsze\n\n§ 2. Dwa.\n',
  );
  act.annexes[0]!.children.unshift({
    ...unit('chapter', ''),
    heading: 'Nowy',
    children: [unit('paragraph', 'Pierwszy.')],
  });
  const { act: numbered } = number(act, { mode: 'draft' });
  expect(numbered.annexes[0]?.children.map((one) => one.label)).toEqual(['Rozdział I', 'ROZDZIAŁ II', 'ROZDZIAŁ III']);
  expect(numbered.annexes[0]?.children.flatMap((one) => one.children.map((child) => child.citation))).toEqual([
    'załącznik nr 1 § 1',
    'załącznik nr 1 § 2',
    'załącznik nr 1 § 3',
  ]);
});

test('an adopted act keeps its numbers and inserts 5a, 5aa, za (§ 89 ZTP)', () => {
  expect(insertedNumber('5', '6', 'paragraph')).toBe('5a');
  expect(insertedNumber('5a', '6', 'paragraph')).toBe('5b');
  expect(insertedNumber('5a', '5b', 'paragraph')).toBe('5aa');
  expect(insertedNumber('5z', '6', 'subsection')).toBe('5za');
  expect(insertedNumber('6', null, 'paragraph')).toBe('7');
  expect(insertedNumber('z', null, 'letter')).toBe('za');
  expect(insertedNumber('b', 'c', 'letter')).toBe('ba');
  const act = parse('§ 1. Raz.\n\n§ 2. Dwa.\n\n§ 4. Cztery.\n');
  act.units.splice(1, 0, unit('paragraph', 'a'), unit('paragraph', 'b'));
  act.units.push(unit('paragraph', 'koniec'));
  expect(number(act, { mode: 'adopted' }).act.units.map((one) => one.label)).toEqual([
    '§ 1.',
    '§ 1a.',
    '§ 1b.',
    '§ 2.',
    '§ 4.',
    '§ 5.',
  ]);
});

test('a repealed unit keeps its number; the word follows the gender of the unit', () => {
  const act = parse('§ 1. Wstęp:\n\n1) raz:\n\na) x,\n\nb) y;\n\n2) dwa.\n');
  const letter = act.units[0]?.children[0]?.children[1]?.id ?? '';
  const point = act.units[0]?.children[1]?.id ?? '';
  expect(renderText(repeal(repeal(act, letter), point))).toBe(
    '§ 1. Wstęp:\n\n1) raz:\n\na) x,\n\nb) (uchylona)\n\n2) (uchylony)\n',
  );
});

test('a list behind a common part begins anew, and a § spelled out keeps its sign', () => {
  const act = parse(
    '§ 1. Kupiec, który:\n\n1) ma stół,\n\n2) ma wóz\n\n– z tym że zwalnia się tego, który:\n\n1) ma kram,\n\n2) ma namiot.\n',
  );
  const marks = number(act, { mode: 'draft' }).act.units[0]?.children.map(({ label }) => label);
  expect(marks).toEqual(['1)', '2)', '–', '1)', '2)']);
  const spelled = parse('Paragraf 1. Raz.\n\nParagraf 2. Dwa.\n');
  spelled.units.unshift(unit('paragraph', 'Nowy.'));
  const { act: numbered } = number(spelled, { mode: 'draft' });
  expect(numbered.units.map(({ label }) => label)).toEqual(['§ 1.', '§ 2.', '§ 3.']);
  expect(parse(renderText(numbered)).units.map(({ citation }) => citation)).toEqual(['§ 1', '§ 2', '§ 3']);
});

test.each([
  ['repealed ranges', '§ 1. Raz.\n\n§ 2–4. (uchylone)\n\n§ 5. Są:\n\na) raz,\n\nb–d) (uchylone)\n\ne) dwa.\n'],
  ['decimals whose head was not printed', '§ 1. Są:\n\n1.1. Raz.\n\n1.2. Dwa.\n\n2. Trzy.\n\n2.1. Cztery.\n'],
  ['a first ust. without a number', '§ 1. Raz.\n\n2. Dwa.\n\n3. Trzy.\n'],
  ['Część above Tytuł', 'CZĘŚĆ I\nOgólna\n\nTytuł I\nZasady\n\n§ 1. Raz.\n\nTytuł II\nOpłaty\n\n§ 2. Dwa.\n'],
  ['Roman annexes', '§ 1. Raz.\n\nZałącznik I\n\nRaz\n\nZałącznik II\n\nDwa\n'],
  ['a second list behind its own words', '§ 1. Są:\n\n1) raz;\n\n2) dwa.\n\nInne to:\n\n1) trzy;\n\n2) cztery.\n'],
])('a draft keeps the numbers of %s', (_name, source) => {
  expect(number(parse(source), { mode: 'draft' }).changes).toEqual([]);
});

test('decimals and ranges move with what stands above and before them', () => {
  const act = parse('§ 1. Raz.\n\n§ 2. 2.1. Dwa.\n\n2.2. Trzy.\n\n§ 3–4. (uchylone)\n');
  act.units.unshift(unit('paragraph', 'Nowy.'));
  expect(number(act, { mode: 'draft' }).changes.map(({ after }) => after.label)).toEqual([
    '§ 1.',
    '§ 2.',
    '§ 3.',
    '3.1.',
    '3.2.',
    '§ 4–5.',
  ]);
});
