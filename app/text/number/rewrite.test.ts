import { expect, test } from 'vitest';
import { number } from './number.ts';
import { parse } from '../parse/parse.ts';
import { renderText } from '../render/render-text.ts';
import { renumber, rewriteReferences } from './rewrite.ts';
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
const SOURCE =
  '§ 1. 1. Raz.\n\n2. Dwa, z zastrzeżeniem ust. 1.\n\n§ 2. Stosuje się § 1 ust. 1 i 2 oraz §3÷4.\n\n§ 3. Trzy.\n\n§ 4. Cztery, o których mowa w § 1 ust. 2.\n';

test('numbers in the words follow their units; prepositions, lists and ranges stay', () => {
  const act = parse(SOURCE);
  act.units.unshift(unit('paragraph', 'Nowy.'));
  const result = renumber(act, { mode: 'draft' });
  expect(result.rewrites.map((one) => `${one.before} → ${one.after}`)).toEqual([
    '§ 1 ust. 1 i 2 → § 2 ust. 1 i 2',
    '§3÷4 → §4÷5',
    '§ 1 ust. 2 → § 2 ust. 2',
  ]);
  expect(renderText(result.act)).toContain('§ 5. Cztery, o których mowa w § 2 ust. 2.');
  expect(result.dangling).toEqual([]);
});

test('a target that moves to another § is cited anew', () => {
  const before = parse(SOURCE);
  const after = structuredClone(before);
  const moved = after.units[0]!.children.shift()!;
  after.units[2]!.text = '';
  after.units[2]!.children.push(moved, unit('subsection', 'Inny.'));
  const { act: numbered } = number(after, { mode: 'draft' });
  const result = rewriteReferences(before, numbered);
  expect(result.act.units[0]?.children[0]?.text).toBe('Dwa, z zastrzeżeniem § 3 ust. 1.');
  expect(result.act.units[1]?.text).toBe('Stosuje się § 3 ust. 1 i § 1 ust. 1 oraz §3÷4.');
});

test('a reference to a removed unit is reported and left alone', () => {
  const before = parse(SOURCE);
  const after = structuredClone(before);
  after.units[0]!.children.pop();
  const result = rewriteReferences(before, number(after, { mode: 'draft' }).act);
  expect(result.dangling.map((reference) => reference.words)).toEqual(['§ 1 ust. 1 i 2', 'w § 1 ust. 2']);
  expect(result.act.units[3]?.text).toBe('Cztery, o których mowa w § 1 ust. 2.');
});

test('references to other acts are never touched', () => {
  const act = parse(
    '§ 1. Stosuje się art. 5 ust. 1 ustawy z dnia 1 maja 2000 r. o próbie i § 2 uchwały nr 4 Rady Gminy.\n\n§ 2. Dwa.\n',
  );
  act.units.unshift(unit('paragraph', 'Nowy.'));
  expect(renumber(act, { mode: 'draft' }).rewrites).toEqual([]);
});

test('in a row with another act only our own numbers follow, and a unit named by its place is cited when that changes', () => {
  const act = parse(
    '§ 1. Stosuje się § 2 oraz art. 5 ust. 1 ustawy o próbie, a także § 3 i § 5 ust. 1 uchwały, o której mowa w § 2.\n\n§ 2. 1. Raz.\n\n2. Przepis ustępu poprzedzającego i § 7 Zasad techniki prawodawczej stosuje się.\n\n§ 3. Trzy, jak w dziale 900 § 4210.\n',
  );
  act.units.unshift(unit('paragraph', 'Nowy.'));
  act.units[2]!.children.splice(1, 0, unit('subsection', 'Nowy.'));
  const result = renumber(act, { mode: 'draft' });
  expect(result.act.units[1]!.text).toBe(
    'Stosuje się § 3 oraz art. 5 ust. 1 ustawy o próbie, a także § 3 i § 5 ust. 1 uchwały, o której mowa w § 3.',
  );
  expect(result.act.units[2]!.children[2]!.text).toBe(
    'Przepis ustępu poprzedzającego i § 7 Zasad techniki prawodawczej stosuje się.',
  );
  expect(result.act.units[3]!.text).toBe('Trzy, jak w dziale 900 § 4210.');
});

test('a unit named by its place is cited in full when another comes between', () => {
  const before = parse('§ 1. 1. Raz.\n\n2. Przepis ustępu poprzedzającego stosuje się.\n');
  const after = structuredClone(before);
  after.units[0]!.children.splice(1, 0, unit('subsection', 'Nowy.'));
  const { act } = rewriteReferences(before, number(after, { mode: 'draft' }).act);
  expect(act.units[0]!.children[2]!.text).toBe('Przepis ust. 1 stosuje się.');
});

test('a raised number and a letter behind its point keep their spelling, and follow their units', () => {
  const before = parse(
    'Art. 1. Raz:\n\n1) a:\n\na) x,\n\nb) y;\n\n2) b.\n\nArt. 1¹. Stosuje się art. 1 pkt 1b i art. 1¹.\n',
    { kind: 'statute' },
  );
  expect(renumber(before, { mode: 'adopted' }).rewrites).toEqual([]);
  const after = structuredClone(before);
  after.units[0]!.children.unshift(unit('point', 'nowy;'));
  expect(rewriteReferences(before, number(after, { mode: 'draft' }).act).act.units[1]!.text).toBe(
    'Stosuje się art. 1 pkt 2b i art. 2.',
  );
});
