import { expect, test } from 'vitest';
import { byBand, overviewOf } from '../overview/overview.ts';
import { comparePair, pairOf } from '../compare/compare-pair.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import { trendOf } from '../compare/trend.ts';
import { firstDifference } from './first-difference.ts';
import { releaseHour } from './release-input.ts';
import { publicAt, releaseStageOf } from '../access/release-stage.ts';

const hour = new Date('2026-11-30T09:00:00Z');

test('an edition is public from its millisecond on, and never while it is being coded', () => {
  const stage = (state: string, publishedAt: Date | null, now: Date) => releaseStageOf({ state, publishedAt }, now);
  expect([
    stage('frozen', hour, new Date(hour.getTime() - 1)),
    stage('frozen', hour, hour),
    stage('coding', hour, hour),
    stage('frozen', null, hour),
  ]).toEqual(['scheduled', 'public', 'coding', 'coding']);
  expect(publicAt(hour)).toEqual({
    state: 'frozen',
    publishedAt: { lte: hour },
    NOT: { changes: { some: { kind: 'withdrawal', state: 'done', teryt: null } } },
  });
});

test('the hour of a release is civil time of Poland, on both sides of a change of clocks', () => {
  const at = (day: string, time: string) => {
    const read = releaseHour({ when: 'at', day, time });
    return read.ok ? read.releaseAt?.toISOString() : read.field;
  };
  expect([at('2026-07-01', '10:00'), at('2026-12-01', '10:00'), at('2026-10-25', '12:00')]).toEqual([
    '2026-07-01T08:00:00.000Z',
    '2026-12-01T09:00:00.000Z',
    '2026-10-25T11:00:00.000Z',
  ]);
  expect([at('2026-02-30', '10:00'), at('', '10:00'), at('2026-12-01', ''), at('2026-12-01', '25:00')]).toEqual([
    'day',
    'day',
    'time',
    'time',
  ]);
  expect(releaseHour({ when: 'now', day: 'x', time: 'y' })).toEqual({ ok: true, releaseAt: null });
});

test('the first difference is named by its place, whatever the order of keys', () => {
  expect(firstDifference({ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 })).toBeNull();
  expect(firstDifference({ b: [{ c: 2 }] }, { b: [{ c: 3 }] })).toBe('b.0.c is 2, not 3');
  expect(firstDifference({ a: null }, { a: {} })).toBe('a is null, not {}');
  expect(firstDifference([1], [1, 2])).toBe('1 is absent, not 2');
});

const items = ['T01', 'T02', 'P01', 'P02'];
const row = (teryt: string, levels: unknown[], rest: object = {}) => ({
  teryt,
  name: teryt,
  kind: 'rural',
  county: 'k',
  voivodeship: 'w',
  population: 9000,
  band: null,
  standing: null,
  areas: {},
  total: { display: '50.0' },
  answers: Object.fromEntries(items.map((id, at) => [id, levels[at]])),
  ...rest,
});
const manifest = (year: number, municipalities: unknown[], rest: object = {}) =>
  ({
    decimals: 1,
    minCoverageArea: 0.7,
    minCoverageTotal: 0.8,
    bands: [
      { id: 'A', min: 50 },
      { id: 'B', min: 0 },
    ],
    edition: {
      slug: `e${year}`,
      title: { pl: `E ${year}`, en: '' },
      measuredFrom: `${year}-01-01`,
      measuredTo: `${year}-12-31`,
      draws: 400,
      seed: 1,
      methodology: { key: 'm', version: '1' },
    },
    areas: [
      { id: 'T', weight: 1 },
      { id: 'P', weight: 1 },
    ],
    indicators: items.map((id) => ({ id, area: id[0], weight: 2, min: 0, max: 3 })),
    municipalities,
    ...rest,
  }) as unknown as EditionManifest;

test('a clear rise has an arrow, a small or uncertain change has none, and only earlier editions count', () => {
  const now = manifest(2025, [row('a', [3, 3, 3, 3]), row('b', [2, 2, 1, 1]), row('c', [0, 3, 3, 0])]);
  const then = manifest(2024, [row('a', [1, 1, 1, 1]), row('b', [2, 2, 1, 1]), row('c', [3, 0, 0, 2])]);
  const later = manifest(2026, [row('a', [0, 0, 0, 0])]);
  const step = (teryt: string) =>
    trendOf(now, [later, then, now], teryt, new Map()).map(({ slug, common, change }) => [
      slug,
      common,
      change.direction,
      change.reason,
    ]);
  expect(step('a')).toEqual([['e2024', 4, 'up', null]]);
  expect(step('b')).toEqual([['e2024', 4, 'none', 'small']]);
  expect(step('c')[0]?.slice(2)).toEqual(['none', 'intervals-overlap']);
  expect(trendOf(now, [then], 'nobody', new Map())).toEqual([]);
});

test('editions are compared on common indicators alone, and an indicator with another scale is not common', () => {
  const now = manifest(2025, [row('a', [3, 3, 3, 3])]);
  const then = manifest(2024, [row('a', [0, 3, 3, 3])], {
    indicators: [
      { id: 'T01', area: 'T', weight: 2, min: 0, max: 4 },
      ...items.slice(1).map((id) => ({ id, area: id[0], weight: 2, min: 0, max: 3 })),
    ],
  });
  expect(trendOf(now, [then], 'a', new Map())).toMatchObject([
    {
      common: 3,
      of: 4,
      change: { before: { score: { display: '100.0' } }, after: { score: { display: '100.0' } }, direction: 'none' },
    },
  ]);
});

test('between two versions only what the bridge says is common, under whatever codes, and the same code alone is nothing', () => {
  const now = manifest(2025, [row('a', [3, 3, 3, 0])]);
  const then = manifest(2024, [row('a', [0, 3, 3, 3])]);
  then.edition.methodology.version = '0';
  expect(trendOf(now, [then], 'a', new Map())).toEqual([]);
  const bridge = [
    { before: 'T02', after: 'T01' },
    { before: 'P01', after: 'P01' },
    { before: 'gone', after: 'P02' },
  ];
  expect(trendOf(now, [then], 'a', new Map([['0', bridge]]))).toMatchObject([
    {
      methodVersion: '0',
      isOtherVersion: true,
      common: 2,
      of: 4,
      change: { before: { score: { display: '100.0' } }, after: { score: { display: '100.0' } } },
    },
  ]);
});

test('a pair is told apart only when one wins nearly all draws', () => {
  const edition = manifest(2025, [
    row('a', [3, 3, 3, 3]),
    row('b', [1, 1, 1, 1]),
    row('c', [3, 3, 0, 0]),
    row('d', [0, 0, 3, 3]),
  ]);
  const of = (a: string, b: string) => {
    const chosen = pairOf(new URLSearchParams({ a, b }), edition, new Intl.Collator('pl'));
    return chosen && comparePair(edition, chosen);
  };
  expect(of('a', 'b')).toMatchObject({ comparison: { clear: true, aBeatsB: 1 }, same: 0 });
  expect(of('c', 'd')?.comparison.clear).toBe(false);
  expect(of('a', 'c')).toMatchObject({
    same: 2,
    differences: [
      { id: 'P01', a: 3, b: 0 },
      { id: 'P02', a: 3, b: 0 },
    ],
  });
  expect([of('a', 'a')?.b.teryt, of('', '')?.a.teryt, of('x', 'b')?.a.teryt]).toEqual(['b', 'a', 'a']);
  expect(pairOf(new URLSearchParams(), manifest(2025, [row('a', [1, 1, 1, 1])]), new Intl.Collator('pl'))).toBeNull();
});

test('the overview is by voivodeship, by county where there is one, and bands follow what is displayed', () => {
  const scored = (teryt: string, display: string | null, rest: object) =>
    row(teryt, [1, 1, 1, 1], { total: { display }, ...rest });
  const two = manifest(2025, [
    scored('a', '40.0', { voivodeship: 'x' }),
    scored('b', '60.0', { voivodeship: 'y' }),
    scored('c', null, { voivodeship: 'y' }),
  ]);
  expect(overviewOf(two, null).map(({ name, count, figures }) => [name, count, figures?.median])).toEqual([
    ['y', 2, '60.0'],
    ['x', 1, '40.0'],
  ]);
  const one = manifest(2025, [scored('a', '40.0', { county: 'p' }), scored('b', null, { county: 'q' })]);
  expect(overviewOf(one, null).map(({ name, figures }) => [name, figures === null])).toEqual([
    ['p', false],
    ['q', true],
  ]);
  expect(byBand(two, null).map(({ id, municipalities }) => [id, municipalities.map((each) => each.teryt)])).toEqual([
    ['A', ['b']],
    ['B', ['a']],
    [null, ['c']],
  ]);
});
