import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterText, applyDiff, beforeText, diffClauses, diffText, locateSpans, revertDiff } from './diff.ts';
import { anyText, looseClauses, RUNS } from '../fixtures/arbitraries.ts';

const marked = (before: string, after: string): string =>
  diffText(before, after)
    .map(({ op, text }) => (op === 'keep' ? text : op === 'delete' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

test('keep and delete give the old text, keep and insert the new one, for any two strings', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const spans = diffText(before, after);
      expect(beforeText(spans)).toBe(before);
      expect(afterText(spans)).toBe(after);
      expect(spans.every((span) => span.text !== '' || span.before !== undefined)).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test('a diff of clauses gives both lists back, whatever the ids', () => {
  fc.assert(
    fc.property(looseClauses, looseClauses, (base, current) => {
      const diff = diffClauses(base, current);
      expect(applyDiff(diff)).toEqual(current.map(({ text }) => text));
      expect(revertDiff(diff)).toEqual(base.map(({ text }) => text));
    }),
    { numRuns: RUNS },
  );
});

test('a figure, a date or a compound word changes as a whole', () => {
  expect(marked('w terminie 14 dni', 'w terminie 21 dni')).toBe('w terminie [-14-]{+21+} dni');
  expect(marked('do 27.06.2019 r.', 'do 28.06.2019 r.')).toBe('do [-27.06.2019-]{+28.06.2019+} r.');
  expect(marked('kwota 10 000 zł', 'kwota 12 000 zł')).toBe('kwota [-10 000-]{+12 000+} zł');
  expect(marked('zespół szkolno-przedszkolny', 'zespół szkolno-sportowy')).toBe(
    'zespół [-szkolno-przedszkolny-]{+szkolno-sportowy+}',
  );
  expect(marked('o godz. 22.00.', 'o godz. 21.00.')).toBe('o godz. [-22.00-]{+21.00+}.');
});

test('a changed ending of a word marks the whole word', () => {
  expect(marked('przez radę gminy', 'przez rady gminy')).toBe('przez [-radę-]{+rady+} gminy');
});

test('a no-break space in place of a space is marked and words are not', () => {
  expect(marked('5 zł', '5\u00A0zł')).toBe('5[- -]{+\u00A0+}zł');
});

test('Unicode composition alone is no change and both forms are kept', () => {
  const before = 'Wójt'.normalize('NFD');
  const spans = diffText(`${before} gminy`, 'Wójt gminy');
  expect(spans).toEqual([{ op: 'keep', text: 'Wójt gminy', before: `${before} gminy` }]);
});

test('an added or deleted sentence is marked as a sentence', () => {
  expect(marked('Opłata roczna. Opłata jest zwracana.', 'Opłata roczna.')).toBe(
    'Opłata roczna.[- Opłata jest zwracana.-]',
  );
  expect(marked('Rada kontroluje.', 'Rada ustala. Rada kontroluje.')).toBe('{+Rada ustala. +}Rada kontroluje.');
});

test('as few words as possible are marked even when marks could be kept instead', () => {
  expect(marked('a, b, c, gmina', 'gmina, d, e, f')).toBe('[-a, b, c, -]gmina{+, d, e, f+}');
});

test('spans know where they stand in both texts', () => {
  const located = locateSpans(diffText('po upływie 30 dni', 'po upływie 14 dni'));
  const removed = located.find((span) => span.op === 'delete');
  expect(removed).toMatchObject({ beforeFrom: 11, beforeTo: 13, afterFrom: 11, afterTo: 11 });
});

test('clauses without ids are matched by content, moved ones too', () => {
  const base = [
    { id: 'c1', text: 'Rada ustala zasady korzystania ze świetlicy.' },
    { id: 'c2', text: 'Opłata wynosi 50 zł za każdą godzinę.' },
    { id: 'c3', text: 'Wykonanie uchwały powierza się Wójtowi.' },
  ];
  const current = [
    { text: 'Wykonanie uchwały powierza się Wójtowi.' },
    { text: 'Rada ustala zasady korzystania ze świetlicy.' },
    { text: 'Opłata wynosi 60 zł za każdą godzinę.' },
    { text: 'Uchwała wchodzi w życie po upływie 14 dni.' },
  ];
  const { clauses, moved } = diffClauses(base, current);
  expect(clauses.map(({ id, change }) => [id, change])).toEqual([
    ['c3', 'moved'],
    ['c1', 'same'],
    ['c2', 'changed'],
    [null, 'inserted'],
  ]);
  expect(moved).toEqual(['c3']);
});

test('of two swapped clauses the one with fewer words is called moved', () => {
  const long = { id: 'c1', text: 'Opłatę pobiera się w dni robocze w godzinach od 8.00 do 18.00.' };
  const short = { id: 'c2', text: 'Opłata jest roczna.' };
  expect(diffClauses([long, short], [short, long]).moved).toEqual(['c2']);
  expect(diffClauses([short, long], [long, short]).moved).toEqual(['c2']);
});

test('a change of level alone is a change', () => {
  const { clauses } = diffClauses([{ id: 'a', text: 'x', level: 1 }], [{ id: 'a', text: 'x', level: 2 }]);
  expect(clauses[0]!.change).toBe('changed');
});

test('two empty texts have no changes', () => {
  expect(diffClauses([], [])).toEqual({ clauses: [], moved: [] });
  expect(diffText('', '')).toEqual([]);
});

test('a long text without ids in which every clause was reworded is matched clause by clause', () => {
  const words = 'rada gmina wójt opłata termin wniosek sala plan droga park szkoła zebranie'.split(' ');
  const text = (i: number, figure: number): string =>
    Array.from({ length: 20 }, (_, k) =>
      k === 10 ? String(figure) : words[(i * (k + 3) + k * k) % 12] + String((i * 7 + k) % 90),
    ).join(' ');
  const base = Array.from({ length: 300 }, (_, i) => ({ id: `c${i}`, text: text(i, 1) }));
  const current = Array.from({ length: 300 }, (_, i) => ({ text: text(i, 2) }));
  const { clauses } = diffClauses(base, current);
  expect(clauses.filter(({ change, before, after }) => change === 'changed' && before === after)).toHaveLength(300);
});
