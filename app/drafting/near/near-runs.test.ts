import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resembles } from './near.ts';
import { nearRuns, sharedEnough } from './near-runs.ts';

const row = (words: string, request = '') => ({ likeness: words + request, request, words });

test('the same words give the same numbers, whatever their capitals and marks', () => {
  expect(nearRuns(row('Proszę o dłuższy termin, najlepiej 30 dni!'))).toEqual(
    nearRuns(row('proszę o dłuższy termin najlepiej 30 dni')),
  );
  expect(nearRuns(row(''))).toEqual([]);
  expect(nearRuns(row('x', 'A'))).toEqual(nearRuns(row('y', 'A')));
});

test('remarks that would be offered together are found by the numbers they share', () => {
  const word = fc.constantFrom(...Array.from({ length: 60 }, (_, at) => `słowo${at}`));
  fc.assert(
    fc.property(fc.array(word, { minLength: 20, maxLength: 60 }), fc.nat(59), word, (words, at, other) => {
      const changed = words.map((each, index) => (index === at % words.length ? other : each));
      const [a, b] = [row(words.join(' ')), row(changed.join(' '))];
      if (resembles(a, b)) expect(sharedEnough(nearRuns(a), nearRuns(b))).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
