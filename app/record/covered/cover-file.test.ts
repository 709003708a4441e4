import { expect, test } from 'vitest';
import { toCsv } from '#app/publishing/csv/write-csv.ts';
import { coverFile } from './cover-file.ts';

test('a table keeps its cells, whatever stands in place of the covered words', () => {
  const rows = (reason: string) => [
    ['0264011', '-2', reason, "'tak"],
    ['3004013', '=1+1', 'bez zmian; "tak"', ''],
  ];
  const table = (reason: string) => toCsv(['teryt', 'level', 'reason', 'note'], rows(reason));
  const rules = [
    { reach: 'copy', words: 'Anna Kanarkowa', instead: '[zasłonięto: imię, nazwisko; "dom"]' },
    { reach: 'copy', words: 'reason', instead: 'nagłówek' },
  ] as const;
  expect(coverFile(table('napisała Anna Kanarkowa'), rules, 'copy')).toBe(
    table('napisała [zasłonięto: imię, nazwisko; "dom"]'),
  );
  expect(coverFile(table('nic'), [], 'copy')).toBe(table('nic'));
});
