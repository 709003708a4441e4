import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFormula, nastyCell, nastyWords } from '#tests/setup/nasty-cells.ts';
import { toCsv, toExcelCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const polish = 1045;

/** Separator, text delimiter, character set (76 is UTF-8), first line, language; formulas in the file are to be read as such (token 13). */
const reading = (delimiter: ',' | ';') =>
  `--infilter=CSV:${delimiter.charCodeAt(0)},34,76,1,,${delimiter === ';' ? polish : 0},false,true,false,false,false,-1,true`;

/** What LibreOffice Calc with Polish settings makes of files, all opened alike: its own XML. */
function openInCalc(files: Record<string, string | Uint8Array>, how: string[] = []): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-calc-'));
  try {
    const names = Object.keys(files);
    for (const name of names) writeFileSync(join(folder, name), files[name]!);
    mkdirSync(join(folder, 'profile/user'), { recursive: true });
    writeFileSync(
      join(folder, 'profile/user/registrymodifications.xcu'),
      '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>pl-PL</value></prop></item></oor:items>',
    );
    const made = ['--convert-to', 'fods', '--outdir', folder, ...names.map((name) => join(folder, name))];
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...how, ...made], {
      stdio: 'pipe',
      timeout: 120_000,
    });
    return names.map((name) => readFileSync(join(folder, name.replace(/\.\w+$/, '.fods')), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const cellsOf = (fods: string) =>
  [...fods.replace(/>\n\s*</g, '><').matchAll(/<table:table-cell[^>]*>(.*?)<\/table:table-cell>/gs)].map(([, inner]) =>
    inner!
      .replace(/<[^>]+>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&'),
  );

const shape = { figures: ['wynik'], days: ['dzien'] };
const table = toCsv(
  ['teryt', 'wynik', 'dzien', 'słowa'],
  [
    ['0264011', 21.5, '2026-03-01', '=1+1'],
    ['3004013', 1249, '', 'ala;=7+7\n-2,5'],
  ],
);
/** What Calc takes each cell for, and what it shows. */
const seen = (fods: string) =>
  [...fods.matchAll(/<table:table-cell[^>]*office:value-type="(\w+)"[^>]*>\s*<text:p>(.*?)<\/text:p>/g)].map(
    ([, type, words]) => `${type} ${words}`,
  );

test('Calc finds a formula where nobody guards against it', () => {
  expect(openInCalc({ 'table.csv': 'a,b\r\n=7+7,x\r\n' }, [reading(',')])[0]).toContain('table:formula');
});

for (const delimiter of [',', ';'] as const) {
  test(`Calc finds no formula in what the program writes, split at ${delimiter}`, () => {
    const rows = [
      ...nastyWords.map((word) => ['wiersz', word, word]),
      ...fc.sample(fc.tuple(fc.constant('wiersz'), nastyCell, nastyCell), { numRuns: 400, seed: 11 }),
    ];
    const files = { 'table.csv': toCsv(['a', 'b', 'c'], rows), 'local.csv': toExcelCsv(table, shape) };
    const [fods = '', local = ''] = openInCalc(files, [reading(delimiter)]);
    expect(fods).not.toContain('table:formula');
    const cells = cellsOf(fods);
    expect(cells.length).toBeGreaterThan(400);
    expect(cells.filter(isFormula)).toEqual([]);
    expect(local).not.toContain('table:formula');
    if (delimiter === ';')
      expect(seen(local)).toEqual(expect.arrayContaining(['float 21,5', 'date 2026-03-01', 'float 1249']));
  });
}

test('a workbook opens in Calc with its figures, days and codes', async () => {
  const bytes = await writeXlsx({
    csv: table,
    shape,
    sheets: { table: 'Dane', notes: 'O tabeli' },
    notes: [['Stan na dzień', '2026-12-01']],
    cut: '…',
  });
  const [fods = ''] = openInCalc({ 'table.xlsx': bytes });
  expect(fods).not.toContain('table:formula');
  expect(fods).toContain('table:name="Dane"');
  expect(seen(fods)).toEqual(
    expect.arrayContaining(['string 0264011', 'float 21,5', 'date 2026-03-01', 'string =1+1', 'float 1249']),
  );
});
