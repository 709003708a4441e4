import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clause } from '../diff/change-types.ts';
import { draftWithVersions, looseClauses, anyText, RUNS, textWithVersions } from '../fixtures/arbitraries.ts';
import { mergeAll, mergeClauses, mergeText } from './merge.ts';
import { wordingKey } from '../diff/tokens.ts';

const bare = (clauses: readonly Clause[]): unknown => clauses.map(({ text, level }) => [text, level ?? 0]);
const inAnyOrder = (clauses: readonly Clause[]): string[] =>
  clauses.map(({ text, level }) => `${level ?? 0} ${text}`).sort();

test('merging with a side that changed nothing gives the other side, to the letter', () => {
  fc.assert(
    fc.property(looseClauses, looseClauses, (base, other) => {
      const forward = mergeClauses({ base, current: base, amendment: other });
      const backward = mergeClauses({ base, current: other, amendment: base });
      expect(bare(forward.result!)).toEqual(bare(other));
      expect(bare(backward.result!)).toEqual(bare(other));
    }),
    { numRuns: RUNS },
  );
});

test('merging a text with itself changes nothing and applies nothing twice', () => {
  fc.assert(
    fc.property(draftWithVersions(1), ({ base, versions: [same] }) => {
      const merged = mergeClauses({ base, current: same!, amendment: same! });
      expect(merged.conflict).toBe(false);
      expect(bare(merged.result!)).toEqual(bare(same!));
    }),
    { numRuns: RUNS },
  );
});

test('the merge of two rewordings of one text does not depend on their order', () => {
  fc.assert(
    fc.property(textWithVersions(2), ({ base, versions: [one, other] }) => {
      const forward = mergeText(base, [one!, other!]);
      const backward = mergeText(base, [other!, one!]);
      expect(backward.text).toBe(forward.text);
      expect(backward.conflicts.map(({ from, to }) => [from, to])).toEqual(
        forward.conflicts.map(({ from, to }) => [from, to]),
      );
    }),
    { numRuns: RUNS, examples: [[{ base: 'a i i', versions: ['a i', 'a i i x i i'] }]] },
  );
});

test('the merge of any number of rewordings does not depend on their order', () => {
  fc.assert(
    fc.property(textWithVersions(4), ({ base, versions: [a, b, c, d] }) => {
      const one = mergeText(base, [a!, b!, c!, d!]);
      const other = mergeText(base, [c!, a!, d!, b!]);
      expect(other.text).toBe(one.text);
      expect(other.conflicts.length).toBe(one.conflicts.length);
    }),
    { numRuns: RUNS },
  );
});

test('applying amendments in another order gives the same clauses and the same conflicts', () => {
  fc.assert(
    fc.property(draftWithVersions(3), ({ base, versions: [a, b, c] }) => {
      const one = mergeAll({ base, amendments: [a!, b!, c!] });
      const other = mergeAll({ base, amendments: [c!, a!, b!] });
      const essence = (result: typeof one): string[] =>
        result.conflict ? result.conflictClauses.filter((id) => id.startsWith('c')).sort() : inAnyOrder(result.result);
      expect([other.conflict, essence(other)]).toEqual([one.conflict, essence(one)]);
    }),
    { numRuns: RUNS },
  );
});

test('an amendment that has been accepted is contained: merging it again changes nothing', () => {
  fc.assert(
    fc.property(textWithVersions(2), ({ base, versions: [one, other] }) => {
      const merged = mergeText(base, [one!, other!]);
      fc.pre(merged.text !== null);
      const again = mergeText(one!, [merged.text!, one!]);
      expect(again.text).toBe(merged.text);
    }),
    { numRuns: RUNS },
  );
});

test('every word of a conflict-free merge comes from a side, and what both sides keep stays', () => {
  fc.assert(
    fc.property(textWithVersions(2), ({ base, versions }) => {
      const merged = mergeText(base, versions);
      fc.pre(merged.text !== null);
      const known = new Set([base, ...versions].flatMap((text) => text.split(/\s+/)));
      for (const word of merged.text!.split(/\s+/)) expect(known.has(word)).toBe(true);
    }),
    {
      numRuns: RUNS,
      examples: [[{ base: 'a .', versions: ['. a .', '.'] }], [{ base: 'a . i', versions: ['. i', 'a i'] }]],
    },
  );
});

test('a conflict-free merge drops no word that a side added and applies none twice', () => {
  const count = (text: string, word: string): number => text.split(' ').filter((item) => item === word).length;
  fc.assert(
    fc.property(textWithVersions(3), ({ base, versions }) => {
      const merged = mergeText(base, versions);
      fc.pre(merged.text !== null);
      for (const word of ['x', 'y', 'Nowe']) {
        const counts = versions.map((text) => count(text, word));
        const found = count(merged.text!, word);
        expect(found).toBeGreaterThanOrEqual(Math.max(...counts));
        expect(found).toBeLessThanOrEqual(counts.reduce((sum, n) => sum + n, 0));
      }
    }),
    { numRuns: RUNS },
  );
});

test('hostile texts neither crash the merge nor change an agreed wording', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (base, one, other) => {
      const merged = mergeText(base, [one, other]);
      const agreed = wordingKey(mergeText(base, [one, one.normalize('NFD')]).text ?? '');
      expect(agreed).toBe(wordingKey(one));
      for (const { from, to } of merged.conflicts) {
        expect(from).toBeLessThanOrEqual(to);
        expect(to).toBeLessThanOrEqual(base.length);
      }
    }),
    { numRuns: RUNS },
  );
});

test('hostile lists of clauses do not crash the merge, and nothing is lost without a conflict', () => {
  fc.assert(
    fc.property(looseClauses, looseClauses, looseClauses, (base, current, amendment) => {
      const merged = mergeClauses({ base, current, amendment });
      expect(merged.conflict ? merged.conflicts.length > 0 : Array.isArray(merged.result)).toBe(true);
    }),
    { numRuns: RUNS },
  );
});
