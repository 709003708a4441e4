import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { toCsv } from '#app/publishing/csv/write-csv.ts';
import { stackDots } from '../charts/dots.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { evidenceRows, isWebAddress, rowComplaints, toStateAndLevel } from '../fieldwork/coding-input.ts';
import { sizeClassOf, tableRows, tableViewOf } from '../cards/edition-table.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';

test('CSV has a byte order mark, keeps leading zeros and reads back with quotes and line ends', () => {
  const text = toCsv(
    ['teryt', 'note'],
    [
      ['0201011', 'Mówi "tak",\na potem nie'],
      ['0201022', null],
    ],
  );
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(parse(text, { bom: true })).toEqual([
    ['teryt', 'note'],
    ['0201011', 'Mówi "tak",\na potem nie'],
    ['0201022', ''],
  ]);
});

test('canonical JSON does not depend on the order of keys', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(canonicalJson({ a: null, b: [{ c: 2, d: 1 }] }));
});

test('columns of dots hold every score once, the picked one on top, the highest score inside the scale', () => {
  const plot = stackDots([49.5, 48.1, 100, 0], 49.5);
  expect(plot).toMatchObject({ picked: { x: 50, row: 1 }, per: 1, rows: 2 });
  expect(plot.dots.map((dot) => dot.x)).toEqual([2, 50, 98]);
  const crowd = stackDots(
    Array.from({ length: 2500 }, () => 50),
    50,
  );
  expect(crowd.rows).toBeLessThanOrEqual(12);
  expect((crowd.dots.length + 1) * crowd.per).toBeGreaterThanOrEqual(2500);
});

test('rows of the form keep their order; an empty row is no complaint, one without an address is', () => {
  const rows = evidenceRows({
    'url-0': ['https://a.example'],
    'place-1': ['strona 2'],
    'note-3': [''],
    'url-99999': ['x'],
  });
  expect(rows.map((row) => row.url)).toEqual(['https://a.example', '', '', '']);
  expect(rowComplaints(rows)).toEqual([{ field: 'url-1', key: 'fieldwork.evidence.needs-one' }]);
  expect(['https://x.pl/a', 'http://x.pl', 'javascript:alert(1)', 'x.pl', 'https://a b'].map(isWebAddress)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect([toStateAndLevel('2'), toStateAndLevel('withheld')]).toEqual([
    { state: 'scored', level: 2 },
    { state: 'withheld', level: null },
  ]);
});

test('the table sorts by address, keeps municipalities without a figure last, and ignores nonsense', () => {
  const row = (name: string, total: string | null, kind = 'rural') => ({
    name,
    teryt: name,
    kind,
    population: 12_000,
    voivodeship: kind === 'urban' ? 'śląskie' : 'opolskie',
    band: total === null ? null : { id: Number(total) < 10 ? 'E' : 'D' },
    total: { display: total },
    standing: null,
    areas: {},
  });
  const manifest = {
    areas: [{ id: 'T' }],
    bands: [
      { id: 'D', min: 10 },
      { id: 'E', min: 0 },
    ],
    municipalities: [row('B', '10.0'), row('A', null), row('C', '9.5', 'urban')],
  } as unknown as EditionManifest;
  const names = (query: string) =>
    tableRows(manifest, tableViewOf(new URLSearchParams(query), manifest), {
      fold: (text) => text.toLowerCase(),
      collator: new Intl.Collator('pl'),
      own: null,
    })
      .map((each) => each.name)
      .join('');
  expect([
    names(''),
    names('sort=total'),
    names('sort=-total'),
    names('sort=name'),
    names('sort=-name'),
    names('sort=%27;drop'),
  ]).toEqual(['BCA', 'CBA', 'BCA', 'ABC', 'CBA', 'BCA']);
  expect([names('typ=urban'), names('lud=10-25'), names('lud=50'), names('q=b'), names('typ=x')]).toEqual([
    'C',
    'BCA',
    '',
    'B',
    'BCA',
  ]);
  expect([names('woj=śląskie'), names('pasmo=E'), names('pasmo=brak'), names('pasmo=Z')]).toEqual([
    'C',
    'C',
    'A',
    'BCA',
  ]);
  expect([sizeClassOf(4999), sizeClassOf(5000), sizeClassOf(50_000), sizeClassOf(null)]).toEqual([
    '0-5',
    '5-10',
    '50',
    null,
  ]);
});
