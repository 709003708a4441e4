import { decomposed } from '#app/text/tree/compose.ts';

/** What a column of a register can hold. The first six are those of the Wrocław lists of 2026, in their order. */
export const officeColumns = [
  'data_wplywu',
  'oznaczenie_uwagi',
  'obszar',
  'propozycja_rozpatrzenia',
  'uzasadnienie',
  'kategoria_wiodaca',
] as const;
export const importColumns = [
  ...officeColumns,
  'tresc_uwagi',
  'uzasadnienie_uwagi',
  'zglaszajacy',
  'organizacja',
  'kanal',
  'znak_sprawy',
  'email',
  'adres',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Headers of offices' own tables, as regular expressions on the header in one form (lower case, no diacritics, words by blanks). */
const guesses: readonly (readonly [RegExp, ImportColumn])[] = [
  [/^data (wplywu|zgloszenia|zlozenia)|^wplynel|^received/, 'data_wplywu'],
  [/^(oznaczenie|numer|nr) uwagi|^lp$|^l p$|^nr$|^number$/, 'oznaczenie_uwagi'],
  [
    /^(oznaczenie )?(obszar|nieruchomosc|teren)|^oznaczenie (obszaru|nieruchomosci)|^jednostka|^dotyczy|^paragraf|^place$/,
    'obszar',
  ],
  [/^(uzasadnieni|przyczyn|powod)\w* .*(rozpatrzeni|rozstrzygniec|stanowisk|decyzj|odpowiedz)/, 'uzasadnienie'],
  [/rozpatrzeni|rozstrzygniec|stanowisko|^decyzja|^decision/, 'propozycja_rozpatrzenia'],
  [/^(uzasadnieni|przyczyn|powod|reason)\w* .*(uwag|wniosk|zglasza|mieszka|remark)/, 'uzasadnienie_uwagi'],
  [/^uzasadnieni|^przyczyna|^reason/, 'uzasadnienie'],
  [/^kategoria|^category/, 'kategoria_wiodaca'],
  [/^tresc|^uwaga$|^opis uwagi|^remark$|^text$/, 'tresc_uwagi'],
  [/^zglaszajacy|^nazwisko|^imie|^autor|^author/, 'zglaszajacy'],
  [/^organizacja|^podmiot|^instytucja|^organisation/, 'organizacja'],
  [/^kanal|^sposob (wplywu|zlozenia)|^channel/, 'kanal'],
  [/^znak( sprawy)?$|^sygnatura|^case sign/, 'znak_sprawy'],
  [/^e ?mail|^adres e ?mail/, 'email'],
  [/^adres/, 'adres'],
];

function plainHeader(header: string): string {
  return decomposed(header.toLowerCase().replace(/ł/g, 'l'))
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * Which column of the table holds what, guessed from its headers; each meaning once, the first header wins. A bare "Uzasadnienie" is
 * the office's only behind the column with its response; everywhere else it is that of the remark.
 */
export function guessColumns(headers: readonly string[]): (ImportColumn | null)[] {
  const taken = new Set<ImportColumn>();
  return headers.map((header) => {
    const plain = plainHeader(header);
    const exact = importColumns.find((column) => column.replace(/_/g, ' ') === plain);
    const guess = exact ?? guesses.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
    const isBare = /^(?:uzasadnieni\w*|przyczyna|reason)$/.test(plain);
    const found = isBare && !taken.has('propozycja_rozpatrzenia') ? 'uzasadnienie_uwagi' : guess;
    if (!found || taken.has(found)) return null;
    taken.add(found);
    return found;
  });
}
