import { expect, test } from 'vitest';
import { searchPatterns } from './search-words.ts';

function finds(typed: string, text: string): boolean {
  const patterns = searchPatterns(typed);
  return patterns.length > 0 && patterns.every((pattern) => new RegExp(pattern, 'u').test(text));
}

test.each([
  ['autobus', 'linia autobusu'],
  ['autobusu', 'Autobus nie jeździ'],
  ['autobusami', 'przystanki autobusowe'],
  ['sciezka', 'Ścieżka rowerowa'],
  ['ścieżka', 'sciezki rowerowe'],
  ['ścieżki', 'budowa ścieżek'],
  ['ścieżce', 'nowa ścieżka'],
  ['droga', 'na drodze gminnej'],
  ['drodze', 'drogi gminne'],
  ['mieszkańcy', 'każdego mieszkańca'],
  ['mieszkaniec', 'mieszkańców dzielnicy'],
  ['konsultacje', 'w konsultacjach społecznych'],
  ['konsultacji', 'przepisy o konsultacjach'],
  ['uchwała', 'w uchwale rady'],
  ['parku', 'Park miejski'],
  ['odpady', 'wywóz odpadów'],
  ['zieleń', 'terenów zieleni'],
  ['szkołą', 'przy szkole'],
  ['termin', 'przed terminem'],
  ['opłaty', 'wysokość opłat'],
  ['żółw', 'z\u0307o\u0301łw'],
  ['gęś', 'GĘŚ'],
  ['ŁĄKA', 'na łące'],
  ['rowerowa ścieżka', 'ścieżki dla rowerów'],
  ['„14 dni”', 'termin 14 dni'],
  ['2027', 'w roku 2027.'],
])('„%s” finds „%s”', (typed, text) => {
  expect(finds(typed, text)).toBe(true);
  expect(finds(typed.normalize('NFD'), text.normalize('NFC'))).toBe(true);
  expect(finds(typed.normalize('NFC'), text.normalize('NFD'))).toBe(true);
});

test.each([
  ['34', '§ 340'],
  ['bus', 'autobus'],
  ['park szkoła', 'park miejski'],
  ['linia', 'lina kotwiczna'],
  ['rok', 'wyrok'],
  ['"drogi gminne"', 'drogi powiatowe i gminne'],
  ['most', 'zmostkowany'],
  ['', 'cokolwiek'],
  ['.*', 'cokolwiek'],
])('„%s” does not find „%s”', (typed, text) => expect(finds(typed, text)).toBe(false));

test('what is typed is never read as a pattern, and is bounded', () => {
  for (const typed of ['[', '(a+)+$', '\\', '%_', 'a|b', '"', '„„”', 'ą\u0301'.repeat(300), 'x '.repeat(500)])
    for (const pattern of searchPatterns(typed)) expect(() => new RegExp(pattern, 'u')).not.toThrow();
  expect(searchPatterns('x '.repeat(500)).length).toBeLessThanOrEqual(12);
});
