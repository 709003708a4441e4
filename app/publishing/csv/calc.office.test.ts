import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFormula, nastyCell, nastyWords } from '#tests/setup/nasty-cells.ts';
import { toCsv } from './write-csv.ts';

/** What LibreOffice Calc makes of a file split at the delimiter: its own XML. UTF-8, quotation marks honoured. */
function openInCalc(csv: string, delimiter: ',' | ';'): string {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-calc-'));
  try {
    writeFileSync(join(folder, 'table.csv'), csv);
    // Separator, text delimiter, character set (76 is UTF-8), first line; formulas in the file are to be read as such (token 13).
    const reading = `CSV:${delimiter.charCodeAt(0)},34,76,1,,0,false,true,false,false,false,-1,true`;
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        `--infilter=${reading}`,
        '--convert-to',
        'fods',
        '--outdir',
        folder,
        join(folder, 'table.csv'),
      ],
      { stdio: 'pipe', timeout: 120_000 },
    );
    return readFileSync(join(folder, 'table.fods'), 'utf8');
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

test('Calc finds a formula where nobody guards against it', () => {
  expect(openInCalc('a,b\r\n=7+7,x\r\n', ',')).toContain('table:formula');
});

for (const delimiter of [',', ';'] as const) {
  test(`Calc finds no formula in what the program writes, split at ${delimiter}`, () => {
    const rows = [
      ...nastyWords.map((word) => ['wiersz', word, word]),
      ...fc.sample(fc.tuple(fc.constant('wiersz'), nastyCell, nastyCell), { numRuns: 400, seed: 11 }),
    ];
    const fods = openInCalc(toCsv(['a', 'b', 'c'], rows), delimiter);
    expect(fods).not.toContain('table:formula');
    const cells = cellsOf(fods);
    expect(cells.length).toBeGreaterThan(400);
    expect(cells.filter(isFormula)).toEqual([]);
  });
}
