import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fateOfWords } from './fate-of-words.ts';

const texts = [
  { version: 2, text: 'Konsultacje trwają co najmniej 21 dni i obejmują jedno spotkanie.' },
  { version: 3, text: 'W gminie konsultacje trwają co najmniej 21 dni roboczych i obejmują jedno spotkanie.' },
  { version: 5, text: 'W gminie konsultacje trwają co najmniej 28 dni roboczych i obejmują jedno spotkanie.' },
];
const rangeOf = (words: string) => ({
  from: texts[0]!.text.indexOf(words),
  to: texts[0]!.text.indexOf(words) + words.length,
});

test('words are followed to where they stand, and what took the others out is named', () => {
  const { standing, lost } = fateOfWords(texts, [rangeOf('co najmniej 21 dni')]);
  expect(standing.map(({ from, to }) => texts[2]!.text.slice(from, to).trim())).toEqual(['co najmniej', 'dni']);
  expect(lost).toEqual([{ words: '21', version: 5 }]);
});

test('without later texts all words stand', () => {
  expect(fateOfWords(texts.slice(0, 1), [rangeOf('21 dni')])).toEqual({ standing: [rangeOf('21 dni')], lost: [] });
});

test('every word followed either stands or was taken out by one version', () => {
  const text = fc
    .array(fc.constantFrom('a', 'bb', 'ccc', 'dd', 'e'), { minLength: 1, maxLength: 10 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (words) => {
      const versions = words.map((each, at) => ({ version: at + 1, text: each }));
      const { standing, lost } = fateOfWords(versions, [{ from: 0, to: words[0]!.length }]);
      const count = (list: readonly string[]) => list.join(' ').split(/\s+/).filter(Boolean).length;
      expect(
        count(standing.map(({ from, to }) => words.at(-1)!.slice(from, to))) + count(lost.map((each) => each.words)),
      ).toBe(count([words[0]!]));
    }),
  );
});
