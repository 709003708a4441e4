/** What one line of a list of municipalities asks for. */
export type AskedLine =
  | {
      kind: 'code';
      /** Codes it may be, the likeliest first. */ codes: string[];
      /** A code without the digit of the kind. */ start: string | null;
    }
  | { kind: 'name'; name: string; county: string | null }
  | { kind: 'county'; county: string; voivodeship: string | null }
  | { kind: 'voivodeship'; voivodeship: string };

const beforeName = 'gmina ';
const areas = [
  ['voivodeship', ['województwo ', 'woj. ', 'wojewodztwo ']],
  ['county', ['powiat ', 'pow. ']],
] as const;

/**
 * Reads a line as people write and paste it: a code of seven digits, one that a spreadsheet took the first zero from, one without the
 * digit of the kind; a name, also with its county after a comma or in brackets; a whole county or voivodeship.
 */
export function readMunicipalityLine(line: string): AskedLine {
  const words = line.trim().replace(/\s+/g, ' ');
  const digits = /^\d{5,7}(?!\d)/.exec(words)?.[0];
  if (digits) return ofDigits(digits);
  for (const [kind, starts] of areas) {
    const start = starts.find((each) => words.toLowerCase().startsWith(each));
    if (!start) continue;
    const [area = '', rest] = apart(words.slice(start.length));
    return kind === 'voivodeship'
      ? { kind, voivodeship: area }
      : { kind, county: area, voivodeship: rest && withoutStart(rest, areas[0][1]) };
  }
  const [name = '', county] = apart(withoutStart(words, [beforeName]));
  return { kind: 'name', name, county: county && withoutStart(county, areas[1][1]) };
}

function ofDigits(digits: string): AskedLine {
  if (digits.length === 7) return { kind: 'code', codes: [digits], start: null };
  // Seven digits less the first zero, or all but the last one, which says the kind.
  if (digits.length === 6) return { kind: 'code', codes: [`0${digits}`], start: digits };
  return { kind: 'code', codes: [], start: `0${digits}` };
}

/** "Name, county" and "Name (county)" as two; without the second null stands for it. */
function apart(words: string): [string, string | null] {
  const at = words.search(/[,(]/);
  if (at < 0) return [words, null];
  const rest = words
    .slice(at + 1)
    .replaceAll(')', '')
    .trim();
  return [words.slice(0, at).trim(), rest || null];
}

function withoutStart(words: string, starts: readonly string[]): string {
  const start = starts.find((each) => words.toLowerCase().startsWith(each));
  return start ? words.slice(start.length) : words;
}
