import { execFileSync, spawnSync } from 'node:child_process';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readTable } from '#app/drafting/exchange/read-table.ts';
import { isFormula, nastyCell, nastyWords } from '#tests/setup/nasty-cells.ts';
import { guardedText, unguardedText } from './formula-guard.ts';
import { csvHead, csvRows, toCsv, toExcelCsv } from './write-csv.ts';
import { writeXlsx, type Workbook } from './write-xlsx.ts';

test('no cell of words can be taken for a formula, and figures stay figures', () => {
  for (const cell of ['=1+1', '+48 600', '-a', '@SUM(A1)', '＝1+1']) expect(guardedText(cell)).toBe(`'${cell}`);
  for (const cell of ['-2.1', '7', 'a=b', '', 'Łęgowiec', 'tak - nie', 'ul. Polna 1-3, 41-100'])
    expect(guardedText(cell)).toBe(cell);
  expect(guardedText('ala;=7+7;kot')).toBe("ala;'=7+7;kot");
  expect(guardedText('Popieram\n  =cmd')).toBe("Popieram\n  '=cmd");
  expect(toCsv(['a'], [[-2.1], ['-2.1'], [12]])).toBe('\ufeffa\r\n-2.1\r\n-2.1\r\n12\r\n');
});

test('a table begins with the mark that spreadsheets read Polish letters by, and plain cells have no quotation marks', () => {
  expect(toCsv(['nazwa'], [['Żabno, rynek'], ['=A1'], ['§ 7 ust. 1']])).toBe(
    `\ufeffnazwa\r\n"Żabno, rynek"\r\n'=A1\r\n§ 7 ust. 1\r\n`,
  );
  expect(csvHead(['a', 'b']) + csvRows([['raz\ndwa', 'x;y']]) + csvRows([])).toBe('\ufeffa,b\r\n"raz\ndwa","x;y"\r\n');
});

test('the guard comes off again and leaves exactly what was written', () => {
  fc.assert(
    fc.property(nastyCell, (cell) => {
      expect(unguardedText(guardedText(cell))).toBe(cell);
    }),
    { numRuns: 3000 },
  );
});

test('an apostrophe that the guard adds changes nothing about the sign before it', () => {
  for (const cell of ["=\u202e'\r\r", "a '=\r=", "a ='", "a ''=''\t\t"])
    expect(unguardedText(guardedText(cell))).toBe(cell);
});

test('a long cell is guarded in one pass', () => {
  const [blanks, quotes] = [' '.repeat(256_000), "'".repeat(256_000)];
  expect(guardedText(`${blanks}=1`)).toHaveLength(256_003);
  expect(guardedText(quotes)).toBe(quotes);
});

/** Cells as a program sees them that splits wherever the sign stands, quoted or not. */
const splitPlainly = (csv: string, delimiter: string) =>
  csv
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((line) => line.split(delimiter))
    .flatMap((cell) => [cell, cell.replace(/^"+/, '')]);

test('every reading of a table finds the cells that were written and no formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constant('wiersz'), nastyCell, nastyCell), { minLength: 1, maxLength: 4 }),
      (rows) => {
        // A row of ours begins with its number or name; a figure that ended at the wrong sign would be no formula, but looks like one.
        const csv = toCsv(['a', 'b', 'c'], rows);
        expect(
          parse(csv, { bom: true })
            .slice(1)
            .map((row) => row.map(unguardedText)),
        ).toEqual(rows);
        for (const delimiter of [',', ';', '\t']) expect(splitPlainly(csv, delimiter).filter(isFormula)).toEqual([]);
      },
    ),
    { numRuns: 2000 },
  );
});

test('our own importer reads back the words that were written, trimmed as it trims every cell', () => {
  const words = nastyWords.map((cell) => cell.replace(/\r\n?/g, '\n').trim()).filter(Boolean);
  const table = readTable(
    toCsv(
      ['tresc', 'x'],
      words.map((cell) => [cell, 'x']),
    ),
  );
  expect(table.ok && table.value.rows.map(([cell]) => cell)).toEqual(words);
});

const hasPython = spawnSync('python3', ['-c', 'import csv']).status === 0;

test.skipIf(!hasPython)(
  'python3 reads the cells that were written at commas, and no formula at commas or semicolons (skipped where python3 is missing)',
  () => {
    const rows = [
      ...nastyWords.map((word) => ['wiersz', word, word]),
      ...fc.sample(fc.tuple(fc.constant('wiersz'), nastyCell, nastyCell), { numRuns: 1500, seed: 7 }),
    ];
    const script =
      'import csv,io,json,sys\nt=io.TextIOWrapper(sys.stdin.buffer,encoding="utf-8-sig",newline="").read()\nprint(json.dumps([list(csv.reader(io.StringIO(t,newline=""),delimiter=d)) for d in ",;"]))';
    const read = JSON.parse(
      execFileSync('python3', ['-c', script], {
        input: toCsv(['a', 'b'], rows),
        maxBuffer: 64 << 20,
        encoding: 'utf8',
      }),
    ) as string[][][];
    expect(read[0]!.slice(1)).toEqual(rows.map((row) => row.map(guardedText)));
    expect(read.flat(2).filter(isFormula)).toEqual([]);
  },
);

const shape = { figures: ['wynik', 'wskaznik'], days: ['dzien'], titles: { wynik: 'Wynik, 0–100' } };
const mixed = toCsv(
  ['teryt', 'wynik', 'wskaznik', 'dzien', 'wersja', 'słowa'],
  [
    ['0264011', 21.5, 'withheld', '2026-03-01', '1.10', '=1+1'],
    ['3004013', -2, '2', 'nie wiadomo', '2.0', 'raz, dwa\n_x0041_; 1,5'],
    [null, null, '0012', '', null, ' a'],
  ],
);

test('the table for a spreadsheet with Polish settings has commas in its figures alone', () => {
  expect(toExcelCsv(mixed, shape)).toBe(
    [
      '\ufeffteryt;wynik;wskaznik;dzien;wersja;słowa',
      `0264011;21,5;withheld;2026-03-01;1.10;'=1+1`,
      '3004013;-2;2;nie wiadomo;2.0;"raz, dwa\n_x0041_; 1,5"',
      ';;0012;;; a',
      '',
    ].join('\r\n'),
  );
});

test('a workbook says what each cell is, and the same table is the same bytes in any zone at any hour', async () => {
  const workbook: Workbook = {
    csv: mixed,
    shape,
    sheets: { table: 'Dane', notes: 'O tabeli' },
    notes: [['Źródło', 'https://paragraf.example/oceny/x.csv']],
    cut: ' … [dalej w CSV]',
  };
  const bytes = await writeXlsx(workbook);
  const before = process.env.TZ;
  process.env.TZ = 'Pacific/Kiritimati';
  const again = await writeXlsx(workbook);
  process.env.TZ = before;
  expect(Buffer.from(again).equals(bytes)).toBe(true);
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const words = [...parts['xl/sharedStrings.xml']!.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, word]) => word);
  const cells = Object.fromEntries(
    [...parts['xl/worksheets/sheet1.xml']!.matchAll(/<c r="(\w+)"([^>]*)><v>([^<]*)<\/v>/g)].map(
      ([, place, kind, value]) => [place, kind!.includes('t="s"') ? words[Number(value)] : Number(value)],
    ),
  );
  expect(cells).toEqual({
    A1: 'teryt',
    B1: 'wynik',
    C1: 'wskaznik',
    D1: 'dzien',
    E1: 'wersja',
    F1: 'słowa',
    A2: '0264011',
    B2: 21.5,
    C2: 'withheld',
    D2: 46082,
    E2: '1.10',
    F2: '=1+1',
    A3: '3004013',
    B3: -2,
    C3: 2,
    D3: 'nie wiadomo',
    E3: '2.0',
    F3: 'raz, dwa\n_x005F_x0041_; 1,5',
    C4: '0012',
    F4: ' a',
  });
  expect(parts['xl/worksheets/sheet1.xml']).toContain('state="frozen"');
  expect(Object.values(parts).join('')).not.toContain('<f>');
  expect(words).toEqual(expect.arrayContaining(['Źródło', 'https://paragraf.example/oceny/x.csv', 'Wynik, 0–100']));
});

test('words that are longer than a cell may be end with where the rest is', async () => {
  const bytes = await writeXlsx({
    csv: toCsv(['słowa'], [['ż'.repeat(40_000)]]),
    shape: { figures: [], days: [] },
    sheets: { table: 'Dane', notes: 'O tabeli' },
    notes: [['Stan na dzień', '2026-12-01']],
    cut: '[dalej w CSV]',
  });
  const words = strFromU8(unzipSync(bytes)['xl/sharedStrings.xml']!);
  expect(/ż+\[dalej w CSV\]/.exec(words)?.[0]).toHaveLength(32_767);
});
