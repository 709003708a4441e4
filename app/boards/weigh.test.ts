import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byWeight, markTrouble, mostOnOne, weigh } from './weigh.ts';

test('no more than a third of the marks goes to one card, and one mark always may', () => {
  expect([3, 4, 5, 6, 7, 8, 9].map(mostOnOne)).toEqual([1, 1, 1, 2, 2, 2, 3]);
  expect(markTrouble([{ cardId: 'a', count: 3 }], 6)).toEqual({ code: 'too-many-on-one', most: 2, cardId: 'a' });
});

test('marks over the number of a person are refused, whatever cards they are on', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 9 }),
      fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 }),
      (each, counts) => {
        const trouble = markTrouble(
          counts.map((count, at) => ({ cardId: String(at), count })),
          each,
        );
        const sum = counts.reduce((a, b) => a + b, 0);
        expect(trouble === null).toBe(sum <= each && counts.every((count) => count <= mostOnOne(each)));
      },
    ),
  );
});

test('a card weighs the people who marked it, each once, and all their marks', () => {
  const one = fc.record({
    cardId: fc.constantFrom('a', 'b', 'c'),
    participantId: fc.constantFrom('x', 'y', 'z'),
    count: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(one), (marks) => {
      const { of, people } = weigh(marks);
      const sum = [...of.values()].reduce((all, { marks }) => all + marks, 0);
      expect(sum).toBe(marks.reduce((all, { count }) => all + count, 0));
      for (const weight of of.values()) {
        expect(weight.people).toBeLessThanOrEqual(people);
        expect(weight.people).toBeLessThanOrEqual(weight.marks);
      }
    }),
  );
});

test('marks on a card that was joined to another count for that one', () => {
  const marks = [
    { cardId: 'a', participantId: 'x', count: 1 },
    { cardId: 'b', participantId: 'x', count: 1 },
    { cardId: 'b', participantId: 'y', count: 2 },
  ];
  expect(weigh(marks, () => 'a').of).toEqual(new Map([['a', { people: 2, marks: 4 }]]));
});

test('people come before marks', () => {
  const cards = [
    { number: 1, weight: { people: 1, marks: 9 } },
    { number: 2, weight: { people: 2, marks: 2 } },
    { number: 3, weight: null },
    { number: 4, weight: { people: 2, marks: 3 } },
  ];
  expect(byWeight(cards).map(({ number }) => number)).toEqual([4, 2, 1, 3]);
});
