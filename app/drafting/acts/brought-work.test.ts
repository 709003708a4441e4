import { expect, test } from 'vitest';
import { broughtProblems as brought, isTextError } from './brought-problems.ts';
import { checkUnits, type Checked } from './brought-work.ts';

const broughtProblems = (before: Checked[], after: Checked[]) => brought(checkUnits(before), checkUnits(after));

const unit = (clauseId: string | null, type: Checked['type'], depth: number, label: string, text: string): Checked => ({
  clauseId,
  type,
  depth,
  label,
  number: label.replace(/\D/g, ''),
  heading: '',
  text,
  quoted: false,
});

const list = [
  unit('a', 'paragraph', 0, '§ 1.', 'W parku zakazuje się:'),
  unit('b', 'point', 1, '1)', 'palenia ognisk;'),
  unit('c', 'point', 1, '2)', 'hałasowania.'),
  unit('d', 'paragraph', 0, '§ 2.', 'Kto złamie zakaz z § 1 pkt 2, opuszcza park.'),
];

test('a point added behind the last one brings the end mark of its neighbour', () => {
  const after = [...list.slice(0, 3), unit(null, 'point', 1, '3)', 'śmiecenia.'), list[3]!];
  expect(broughtProblems(list, after)).toMatchObject([{ code: 'wrong-end-mark' }]);
  expect(broughtProblems(list, after)[0]!.message.pl.replace(/\u00a0/g, ' ')).toBe(
    '§ 1 pkt 2 powinien kończyć się średnikiem.',
  );
});

test('what was wrong before is no finding of the change, whatever number its unit has', () => {
  const wrong = [unit('x', 'paragraph', 0, '§ 1.', 'Bez kropki'), unit('y', 'paragraph', 0, '§ 2.', 'Też bez')];
  expect(broughtProblems(wrong, wrong)).toEqual([]);
  const moved = [unit('y', 'paragraph', 0, '§ 1.', 'Też bez'), unit('x', 'paragraph', 0, '§ 2.', 'Bez kropki')];
  expect(broughtProblems(wrong, moved)).toEqual([]);
  const worse = [...wrong, unit(null, 'paragraph', 0, '§ 3.', 'Nowy bez kropki')];
  expect(broughtProblems(wrong, worse)).toMatchObject([{ code: 'missing-full-stop' }]);
});

test('a reference to what a change takes out is an error that keeps the text from the council', () => {
  const found = broughtProblems(list, [list[0]!, list[1]!, list[3]!]);
  expect(found.filter(isTextError)).toMatchObject([{ code: 'dangling-reference' }]);
});
