import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { toCsv } from '#app/publishing/csv/write-csv.ts';
import { plotScores, plotWords } from '../charts/dots.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { evidenceRows, isWebAddress, rowComplaints, toStateAndLevel } from '../fieldwork/coding-input.ts';
import { PER_PAGE, pageOf, sizeClassOf, tableRows, type TableRow, tableViewOf } from '../cards/edition-table.ts';
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

test('every score is a dot at its own place, above another where it would cover it, the picked one apart', () => {
  const plot = plotScores([49.5, 100, 0, 48.1, 49.5], 49.5);
  expect(plot).toEqual({
    kind: 'dots',
    dots: [
      { x: 0, row: 0 },
      { x: 48.1, row: 0 },
      { x: 49.5, row: 1 },
      { x: 100, row: 0 },
    ],
    picked: { x: 49.5, row: 2 },
    rows: 3,
  });
  expect(plotScores([12.3], 50)).toMatchObject({ picked: null });
});

test('a large edition is drawn in bars that count every municipality once', () => {
  const scores = Array.from({ length: 2477 }, (_, at) => Math.round(((at * 7919) % 10001) / 10) / 10);
  const plot = plotScores([...scores, 100, 100], 100);
  if (plot.kind !== 'bars') throw new Error('dots that cannot be counted');
  expect(plot.bars.reduce((sum, { count }) => sum + count, 0)).toBe(2479);
  for (const { from, count } of plot.bars.filter((bar) => bar.from < 96))
    expect(count).toBe(scores.filter((score) => score >= from && score < from + 4).length);
  expect(plot.bars.filter(({ hasPicked }) => hasPicked)).toMatchObject([{ from: 96 }]);
  expect(plotWords(plotScores(scores, null))).toBe('monitoring.chart.bars');
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

test('a long table comes in pages, the last of them for whoever asks beyond it', () => {
  const rows = Array.from({ length: 2 * PER_PAGE + 1 }, (_, at) => ({ teryt: String(at) }) as TableRow);
  expect(pageOf(rows, 1)).toMatchObject({ page: 1, pages: 3, found: 201 });
  expect(pageOf(rows, 3).rows.map(({ teryt }) => teryt)).toEqual(['200']);
  expect(pageOf(rows, 99)).toMatchObject({ page: 3, found: 201 });
  expect(pageOf([], 4)).toEqual({ rows: [], found: 0, page: 1, pages: 1 });
});
