import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clause } from './change-types.ts';
import { looseClauses, RUNS } from '../fixtures/arbitraries.ts';
import { originAt, provenance, type ClauseProvenance } from './provenance.ts';

const trace = (...versions: Clause[][]): ClauseProvenance<string | null>[] =>
  provenance(versions.map((clauses, i) => ({ version: `v${i}`, source: i === 0 ? null : `amendment-${i}`, clauses })));

const wordsOf = (traced: ClauseProvenance<unknown>, text: string): Record<string, string> =>
  Object.fromEntries(traced.origins.map(({ from, to, version }) => [text.slice(from, to).trim(), version]));

test('each word names the version that brought it', () => {
  const last = 'Wniosek składa się w terminie 30 dni przed planowanym wydarzeniem.';
  const [clause] = trace(
    [{ id: 'c', text: 'Wniosek składa się w terminie 14 dni przed wydarzeniem.' }],
    [{ id: 'c', text: 'Wniosek składa się w terminie 30 dni przed wydarzeniem.' }],
    [{ id: 'c', text: last }],
  );
  expect(wordsOf(clause!, last)).toEqual({
    'Wniosek składa się w terminie': 'v0',
    '30': 'v1',
    'dni przed': 'v0',
    planowanym: 'v2',
    'wydarzeniem.': 'v0',
  });
  expect(originAt(clause!, last.indexOf('30'))).toMatchObject({ version: 'v1', source: 'amendment-1' });
  expect(originAt(clause!, last.length)).toBeNull();
});

test('words keep their origin when the clause moves', () => {
  const [a, b] = [
    { id: 'a', text: 'Opłata wynosi 5 zł.' },
    { id: 'b', text: 'Rada ustala zasady korzystania ze świetlicy.' },
  ];
  const traced = trace([a, b], [b, a]);
  expect(traced.map(({ id, origins }) => [id, origins.map(({ version }) => version)])).toEqual([
    ['b', ['v0']],
    ['a', ['v0']],
  ]);
});

test('words deleted and written again later are new', () => {
  const [clause] = trace(
    [{ id: 'c', text: 'opłata roczna wynosi' }],
    [{ id: 'c', text: 'opłata wynosi' }],
    [{ id: 'c', text: 'opłata roczna wynosi' }],
  );
  expect(wordsOf(clause!, 'opłata roczna wynosi')).toEqual({ opłata: 'v0', roczna: 'v2', wynosi: 'v0' });
});

test('a sentence made a clause of its own keeps its origin', () => {
  const traced = trace(
    [{ id: 'c', text: 'Dyżur trwa godzinę. Grafik dyżurów ustala co miesiąc kierownik.' }],
    [
      { id: 'c', text: 'Dyżur trwa godzinę.' },
      { id: 'n', text: 'Grafik dyżurów ustala co miesiąc kierownik świetlicy.' },
    ],
  );
  expect(wordsOf(traced[1]!, 'Grafik dyżurów ustala co miesiąc kierownik świetlicy.')).toEqual({
    'Grafik dyżurów ustala co miesiąc kierownik': 'v0',
    'świetlicy.': 'v1',
  });
});

test('a new clause and a no-break space tell no false story', () => {
  const traced = trace(
    [{ id: 'a', text: 'opłata 5 zł' }],
    [
      { id: 'a', text: 'opłata 5\u00A0zł' },
      { id: 'b', text: 'nowa' },
    ],
  );
  expect(traced.map(({ origins }) => origins.map(({ version }) => version))).toEqual([['v0'], ['v1']]);
});

test('the origins of a clause cover its text without a gap, for any history', () => {
  fc.assert(
    fc.property(fc.array(looseClauses, { maxLength: 5 }), (versions) => {
      const traced = trace(...versions);
      const last = versions.at(-1) ?? [];
      expect(traced).toHaveLength(last.length);
      traced.forEach(({ origins }, i) => {
        let at = 0;
        for (const { from, to } of origins) {
          expect(from).toBe(at);
          at = to;
        }
        expect(at).toBe(last[i]!.text.length);
      });
    }),
    { numRuns: RUNS },
  );
});

test('no versions have no clauses', () => {
  expect(trace()).toEqual([]);
});
