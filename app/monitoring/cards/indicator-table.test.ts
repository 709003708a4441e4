import { expect, test } from 'vitest';
import { byLevel, indicatorRegions } from './indicator-table.ts';
import { GRID, placeOf, VOIVODESHIPS } from './regions.ts';
import type { EditionManifest } from './scorecard-document.ts';

const row = (teryt: string, name: string, voivodeship: string, T01: unknown) => ({
  teryt,
  name,
  voivodeship,
  answers: { T01 },
});
const manifest = {
  municipalities: [
    row('1', 'Żary', 'lubuskie', 2),
    row('2', 'Ątki', 'lubuskie', 'not_assessed'),
    row('3', 'Brzeg', 'opolskie', 3),
    row('4', 'Aleksy', 'opolskie', 'withheld'),
  ],
} as unknown as EditionManifest;
const collator = new Intl.Collator('pl');

test('sixteen voivodeships have sixteen places in the grid', () => {
  const places = VOIVODESHIPS.map((name) => placeOf(name)!);
  expect(new Set(places.map((place) => place.join())).size).toBe(16);
  expect(places.every(([x, y]) => x < GRID.columns && y < GRID.rows)).toBe(true);
  expect(placeOf('Mazowieckie')).toEqual(placeOf('mazowieckie'));
  expect(placeOf('testowe')).toBeNull();
});

test('a voivodeship is told with how many of its municipalities have the highest level', () => {
  expect(indicatorRegions(manifest, { id: 'T01', max: 3 })).toEqual([
    { voivodeship: 'lubuskie', count: 2, withLevel: 1, highest: 0 },
    { voivodeship: 'opolskie', count: 2, withLevel: 1, highest: 1 },
  ]);
});

test('municipalities come by level, states last, and by name alone where nothing is compared', () => {
  const names = (isCompared: boolean) => byLevel(manifest, { id: 'T01', isCompared, collator }).map(({ name }) => name);
  expect(names(true)).toEqual(['Brzeg', 'Żary', 'Aleksy', 'Ątki']);
  expect(names(false)).toEqual(['Aleksy', 'Ątki', 'Brzeg', 'Żary']);
});
