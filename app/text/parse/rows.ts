import type { Line } from './line.ts';

/** A cell that holds nothing but a number or a mark: "1.", "2)", "§ 3.", "a)". */
const BARE = /^(?:§\s?)?(?:\d{1,4}[a-z]{0,2}|[a-z])?[.)]?$/u;
const HEAD = /^(?:Lp|L\.\s?p|LP|Nr|Poz|L\.\s?porz)\.?$/u;
/** A row begins with its number; a point of a list has a bracket. */
const ROW_NUMBER = /^\d{1,4}[a-z]?\.?$/;

/**
 * Marks rows of tables whose cells are parted by tabs. A number and tab before running text is a list ("1.\tTekst"); a table has a
 * head ("Lp.\tRodzaj\tStawka") above rows of as many cells, or numbered rows with further cells behind their words.
 */
export function markRows(lines: readonly Line[]): void {
  const width: number[] = [];
  lines.forEach((line, i) => {
    width[i] = line.raw.includes('\t') && !line.noise ? cellsOf(line).length : 1;
  });
  let table: { cells: number; number: number } | null = null;
  lines.forEach((line, i) => {
    if (line.text === '') return;
    // "| 1. | bilet | 9 zł |"
    if (/^\|[^|]*\|/.test(line.text) && line.text.endsWith('|')) line.row = true;
    else if (isBarred(lines, i)) line.row = true;
    if (line.row) return;
    const cells = width[i]! > 1 ? cellsOf(line) : [];
    table = cells.length < 2 ? null : (tableOf(cells, table) ?? bareTable(lines, i, cells));
    if (table === null) return;
    line.row = true;
    line.text = cells.join('\t');
  });
}

const bars = (line: Line | undefined): number =>
  line === undefined || line.noise ? 0 : line.text.split(' | ').length - 1;

/** "1 | bilet | 9 zł": cells parted by bars, and as many in the line above or below. */
function isBarred(lines: readonly Line[], at: number): boolean {
  const own = bars(lines[at]);
  if (own === 0) return false;
  const nextOf = (step: 1 | -1): Line | undefined => {
    let other = at + step;
    while (lines[other]?.text === '' && Math.abs(other - at) < 3) other += step;
    return lines[other];
  };
  return bars(nextOf(1)) === own || bars(nextOf(-1)) === own;
}

/** The table that a line of cells belongs to, null when it is a list. A numbered row under a head goes on with the numbers. */
function tableOf(
  cells: readonly string[],
  above: { cells: number; number: number } | null,
): { cells: number; number: number } | null {
  const first = cells[0]!;
  const number = ROW_NUMBER.test(first) ? Number.parseInt(first, 10) : null;
  if (HEAD.test(first)) return { cells: cells.length, number: 0 };
  if (number !== null && cells.length > 2 && cells.filter((cell) => !BARE.test(cell)).length > 1)
    return { cells: cells.length, number };
  // Below a head or another row "1)" is the number of the next row; alone it is a point.
  const bracketed = /^(\d{1,4})\)$/.exec(first)?.[1];
  if (above !== null && cells.length === above.cells && Number(bracketed) === above.number + 1)
    return { ...above, number: Number(bracketed) };
  if (above === null || Math.abs(cells.length - above.cells) > 1 || /^§|\)$/.test(first)) return null;
  if (number === null) return above;
  return cells.length === above.cells && number === above.number + 1 ? { ...above, number } : null;
}

/** Two lines of as many cells and without marks, one below the other: "Samochód\t9 zł", "Autobus\t10 zł"; a head may stand above rows with numbers. */
function bareTable(
  lines: readonly Line[],
  at: number,
  cells: readonly string[],
): { cells: number; number: number } | null {
  let below = at + 1;
  while (below < lines.length && below < at + 3 && lines[below]!.text === '') below += 1;
  const next = lines[below];
  if (next === undefined || !next.raw.includes('\t') || MARKED.test(cells[0]!)) return null;
  const others = cellsOf(next);
  const isHead = ROW_NUMBER.test(others[0]!) && others.length > 2 && Math.abs(others.length - cells.length) < 2;
  return isHead || (others.length === cells.length && !MARKED.test(others[0]!))
    ? { cells: cells.length, number: 0 }
    : null;
}

/** What begins a provision, alone or before words: such lines are a list, whatever their tabs. */
const MARKED =
  /^(?:§|Art\.|\d{1,3}[a-z]{0,2}[.)/]|[a-z]{1,2}[)/]|(?:[–—•·▪●○*-]|o)(?:\s|$)|\(\w{1,3}\)|(?:Rozdział|DZIAŁ|Dział|Załącznik)\s)/iu;

function cellsOf(line: Line): string[] {
  return line.raw
    .trim()
    .split(/\t+/)
    .map((cell) => cell.trim().replace(/\s+/g, ' '));
}
