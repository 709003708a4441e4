import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { EditionManifest } from './scorecard-document.ts';
import { readerCsv } from '../compare/reader-csv.ts';
import { hasWeightLeft, readerWeightsOf, scoreWithWeights, weightParams } from './reader-weights.ts';

const row = (teryt: string, T01: unknown, T02: unknown, P01: unknown) => ({
  teryt,
  name: teryt,
  answers: { T01, T02, P01 },
  total: { display: '50.0' },
});
const manifest = {
  issue: 1,
  decimals: 1,
  minCoverageArea: 0.7,
  minCoverageTotal: 0.8,
  edition: { slug: 'e', isDemo: false },
  reliability: { areas: [], indicators: [] },
  areas: [
    { id: 'T', weight: 1, name: { pl: 'T', en: 'T' } },
    { id: 'P', weight: 1, name: { pl: 'P', en: 'P' } },
  ],
  indicators: [
    { id: 'T01', area: 'T', weight: 3 },
    { id: 'T02', area: 'T', weight: 1 },
    { id: 'P01', area: 'P', weight: 2 },
  ].map((each) => ({ ...each, min: 0, max: 3 })),
  municipalities: [row('a', 3, 0, 0), row('b', 0, 3, 3), row('c', 'not_assessed', 3, 3)],
} as unknown as EditionManifest;

const weights = (query: string) => readerWeightsOf(new URLSearchParams(query), manifest);
const totals = (query: string) => {
  const chosen = weights(query);
  return (
    chosen && [...scoreWithWeights(manifest, chosen)].map(([id, { total, rank }]) => `${id} ${total.display} ${rank}`)
  );
};

test('equal areas, whatever their size, and the method’s own weights are the edition’s: nothing to mark', () => {
  expect(
    ['', 'w-T=2&w-P=2', 'w-T=4&w-P=4', 'w-T01=3', 'w-T=9', 'w-T=-1', 'w-T=1.5', 'w-X=3', 'w-T01=99'].map(weights),
  ).toEqual(Array.from({ length: 9 }, () => null));
});

test('the scores are exact means with the reader’s weights, ranked on what is shown', () => {
  // T of a: 100·3/4 = 75, P = 0; of b: 25 and 100; c has too little of T for a score, until T or T01 no longer counts.
  expect(totals('w-T=4&w-P=1')).toEqual(['a 60.0 1', 'b 40.0 2', 'c null null']);
  expect(totals('w-T=0&w-P=2')).toEqual(['a 0.0 3', 'b 100.0 1', 'c 100.0 1']);
  expect(totals('w-T01=0')).toEqual(['a 0.0 3', 'b 100.0 1', 'c 100.0 1']);
});

test('with every weight at 0 there is no total at all', () => {
  expect(totals('w-T=0&w-P=0')).toEqual(['a null null', 'b null null', 'c null null']);
});

test('an area none of whose indicators has a weight is left out like one with weight 0, and is not short of data', () => {
  expect(totals('w-T01=0&w-T02=0')).toEqual(totals('w-T=0&w-P=2'));
  expect(totals('w-T01=0&w-T02=0&w-P01=0')).toEqual(['a null null', 'b null null', 'c null null']);
});

test('whether a weight is left is told of the weights, not of the data', () => {
  const left = (query: string) => hasWeightLeft(manifest, weights(query)!);
  expect(['w-T=0&w-P=0', 'w-T=0&w-P01=0', 'w-T01=0&w-T02=0&w-P01=0'].map(left)).toEqual([false, false, false]);
  expect(['w-T=0&w-P=1', 'w-T01=0&w-P=0', 'w-P01=0'].map(left)).toEqual([true, true, true]);
});

test('the address keeps only what differs, and gives the same weights back', () => {
  const chosen = weights('w-T=4&w-P=2&w-T01=3&w-T02=9');
  expect(weightParams(chosen)).toEqual({ 'w-T': '4', 'w-T02': '9' });
  expect(weights(new URLSearchParams(weightParams(chosen)).toString())).toEqual(chosen);
});

test('every row of the reader’s file names the weights and still gives the edition’s score', () => {
  const chosen = weights('w-T=4');
  const rows = parse(readerCsv(manifest, chosen!), { bom: true, columns: true }) as Record<string, string>[];
  expect(rows.map((each) => [each.teryt, each.reader_total, each.edition_total, each.reader_weights])).toEqual([
    ['a', '50.0', '50.0', 'T=4'],
    ['b', '50.0', '50.0', 'T=4'],
    ['c', '', '50.0', 'T=4'],
  ]);
});

test('nobody is ranked by a reader’s weights either where coders agreed too little', () => {
  const unreliable = {
    ...manifest,
    reliability: { areas: [{ area: 'T', levels: { alpha: { value: 0.4, reading: 'unreliable' } } }], indicators: [] },
  } as unknown as EditionManifest;
  const scores = [...scoreWithWeights(unreliable, weights('w-T=1')!).values()];
  expect(scores.map(({ rank }) => rank)).toEqual([null, null, null]);
});
