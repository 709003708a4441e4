import { expect, test } from 'vitest';
import { nextText } from '#app/drafting/acts/next-text.ts';
import type { DraftChange } from '#app/drafting/acts/draft.ts';
import { unitsOf } from '#app/drafting/acts/test-units.ts';
import { sharesOf, textTogether } from './text-together.ts';

const units = unitsOf(`§ 1. Uchwała określa zasady prób.

§ 2. 1. Próby trwają co najmniej 14 dni.

2. Próbę ogłasza się na tablicy.

3. Raport sporządza się w terminie 30 dni.

§ 3. Uchwała wchodzi w życie z dniem podjęcia.`);
const draft = { units, numbering: 'draft' as const };
const clause = (words: string) => units.find(({ text }) => text.includes(words))!.clauseId;
const board = clause('na tablicy');
const insert = (text: string): DraftChange => ({ op: 'insert-after', clauseId: board, type: 'subsection', text });

test('what one amendment alone changes is made in its own order, as it is ruled on by itself', () => {
  const changes: DraftChange[] = [
    { op: 'split', clauseId: board, text: 'Próbę ogłasza się.', rest: 'Ogłoszenie wisi na tablicy.' },
    insert('Ogłoszenie jest też w internecie.'),
  ];
  const amendments = [
    { number: 1, changes },
    { number: 2, changes: [] },
  ];
  const together = textTogether(draft, amendments);
  expect(together.conflicts).toEqual([]);
  const [byItself, made] = [nextText(draft, changes), nextText(draft, together.changes)];
  if (!byItself.ok || !made.ok) throw new Error('cannot be made');
  expect(made.value.units.map(({ text }) => text)).toEqual(byItself.value.units.map(({ text }) => text));
  expect(sharesOf(together.changes, amendments)).toEqual([[0, 1], []]);
});

test('a new unit behind one that somebody else moves or joins to a third is a question, not a guess', () => {
  const behind = { number: 1, changes: [insert('Ogłoszenie jest też w internecie.')] };
  const others: DraftChange[] = [
    { op: 'move', clauseId: board, targetId: clause('30 dni') },
    {
      op: 'merge',
      clauseId: clause('14 dni'),
      targetId: board,
      text: 'Próby trwają 14 dni, ogłasza się je na tablicy.',
    },
  ];
  for (const change of others) {
    const { conflicts } = textTogether(draft, [behind, { number: 2, changes: [change] }]);
    expect(conflicts.flatMap(({ sides }) => sides.map(({ number }) => number)).toSorted(), change.op).toContain(1);
    expect(new Set(conflicts.flatMap(({ sides }) => sides.map(({ number }) => number)))).toEqual(new Set([1, 2]));
  }
  // Who does both has said where it goes.
  expect(textTogether(draft, [{ number: 1, changes: [...behind.changes, others[0]!] }]).conflicts).toEqual([]);
});
