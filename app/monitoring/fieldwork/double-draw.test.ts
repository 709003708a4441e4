import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawDoubleCells } from './double-draw.ts';

const indicators = Array.from({ length: 36 }, (_, n) => `X${n + 1}`);
const draws = fc.record({
  seed: fc.nat(),
  teryt: fc.integer({ min: 1_000_000, max: 9_999_999 }).map(String),
  share: fc.integer({ min: 0, max: 100 }),
});

test('at least the stated share is drawn, and no more than that takes', () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const { length } = drawDoubleCells({ ...draw, indicators });
      expect(length * 100).toBeGreaterThanOrEqual(draw.share * 36);
      expect((length - 1) * 100).toBeLessThan(Math.max(1, draw.share * 36));
    }),
  );
});

test('the same seed draws the same cells, in whatever order the indicators stand', () => {
  fc.assert(
    fc.property(draws, fc.shuffledSubarray(indicators, { minLength: 36 }), (draw, shuffled) => {
      expect([...drawDoubleCells({ ...draw, indicators: shuffled })].sort()).toEqual(
        [...drawDoubleCells({ ...draw, indicators })].sort(),
      );
    }),
  );
});

test('cells are drawn from the indicators, each once', () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const drawn = drawDoubleCells({ ...draw, indicators });
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(indicators).toEqual(expect.arrayContaining(drawn));
    }),
  );
});

test('over many municipalities no indicator is left out or drawn always', () => {
  const counts = new Map(indicators.map((id) => [id, 0]));
  for (let n = 0; n < 500; n += 1)
    for (const id of drawDoubleCells({ seed: 7, teryt: String(1_000_000 + n * 11), indicators, share: 20 }))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  // 8 of 36 are expected in 111 of 500 municipalities; six standard deviations are about 56.
  for (const count of counts.values()) expect(Math.abs(count - (500 * 8) / 36)).toBeLessThan(56);
});
