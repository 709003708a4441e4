/** Reads the TERC file of Statistics Poland (GUS): all units of the country, one per line. Pure. */
import { CsvError, parse } from 'csv-parse/sync';
import { hasCountyRights, kindOfCode, searchKeyOf, type RegisterRow } from './municipality.ts';

type TercFile = { rows: RegisterRow[]; stateOn: string };
export type TercResult = { ok: true; value: TercFile } | { ok: false; error: { line: number; message: string } };

const columns = ['WOJ', 'POW', 'GMI', 'RODZ', 'NAZWA', 'NAZWA_DOD', 'STAN_NA'] as const;
type Line = Record<(typeof columns)[number], string>;

class TercError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/**
 * Semicolons, UTF-8 with or without BOM, LF or CRLF. Types 1, 2 and 3 are municipalities; 4 and 5 (town and rural part of
 * an urban-rural one), 8 and 9 (districts) are skipped. Any line that does not fit refuses the whole file, by its number.
 */
export function parseTerc(text: string): TercResult {
  try {
    return { ok: true, value: readLines(text) };
  } catch (error) {
    if (error instanceof TercError) return { ok: false, error: { line: error.line, message: error.message } };
    if (error instanceof CsvError)
      return { ok: false, error: { line: Number(error.lines) || 1, message: error.message } };
    throw error;
  }
}

function readLines(text: string): TercFile {
  const records = parse(text, {
    bom: true,
    delimiter: ';',
    info: true,
    skip_empty_lines: true,
    trim: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  const [head, ...body] = records;
  if (!head) throw new TercError(1, 'the file is empty');
  const missing = columns.filter((name) => !head.record.includes(name));
  if (missing.length) throw new TercError(1, `this is not a TERC file: no column ${missing.join(', ')}`);
  const lines = body.map(({ record, info }) => ({
    at: info.lines,
    line: Object.fromEntries(columns.map((name) => [name, record[head.record.indexOf(name)] ?? ''])) as Line,
  }));
  const names = namesOfParents(lines);
  const rows = new Map<string, RegisterRow>();
  for (const { at, line } of lines) {
    const row = municipalityOf(at, line, names);
    if (!row) continue;
    if (rows.has(row.teryt)) throw new TercError(at, `code ${row.teryt} stands there twice`);
    rows.set(row.teryt, row);
  }
  if (rows.size === 0) throw new TercError(records.at(-1)?.info.lines ?? 1, 'there is no municipality in the file');
  return { rows: [...rows.values()], stateOn: stateOf(lines) };
}

/** Names of voivodeships („02") and counties („0201") by code. */
function namesOfParents(lines: { at: number; line: Line }[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { at, line } of lines) {
    if (!/^\d{2}$/.test(line.WOJ)) throw new TercError(at, `WOJ is "${line.WOJ}", two digits expected`);
    if (!line.NAZWA) throw new TercError(at, 'NAZWA is empty');
    if (line.GMI) continue;
    if (!/^(\d{2})?$/.test(line.POW)) throw new TercError(at, `POW is "${line.POW}", two digits or nothing expected`);
    // Voivodeships are written in capitals in the register and in lower case in sentences.
    names.set(line.WOJ + line.POW, line.POW ? line.NAZWA : line.NAZWA.toLocaleLowerCase('pl'));
  }
  return names;
}

function municipalityOf(at: number, line: Line, names: Map<string, string>): RegisterRow | null {
  if (!line.GMI) return null;
  if (!/^\d{2}$/.test(line.POW)) throw new TercError(at, `POW is "${line.POW}", two digits expected`);
  if (!/^\d{2}$/.test(line.GMI)) throw new TercError(at, `GMI is "${line.GMI}", two digits expected`);
  if (!/^[1234589]$/.test(line.RODZ))
    throw new TercError(at, `RODZ is "${line.RODZ}", one of 1, 2, 3, 4, 5, 8, 9 expected`);
  const teryt = line.WOJ + line.POW + line.GMI + line.RODZ;
  const kind = kindOfCode(teryt);
  if (!kind) return null;
  const voivodeship = names.get(line.WOJ);
  const county = names.get(line.WOJ + line.POW);
  if (!voivodeship) throw new TercError(at, `there is no line for voivodeship ${line.WOJ}`);
  if (!county) throw new TercError(at, `there is no line for county ${line.WOJ}${line.POW}`);
  return {
    teryt,
    name: line.NAZWA,
    kind,
    county,
    countyRights: hasCountyRights(teryt),
    voivodeship,
    population: null,
    areaKm2: null,
    searchKey: searchKeyOf(line.NAZWA, county),
  };
}

/** Date of the register, the same on every line. */
function stateOf(lines: { at: number; line: Line }[]): string {
  const first = lines[0];
  for (const { at, line } of lines) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(line.STAN_NA))
      throw new TercError(at, `STAN_NA is "${line.STAN_NA}", yyyy-mm-dd expected`);
    if (line.STAN_NA !== first?.line.STAN_NA)
      throw new TercError(at, `STAN_NA is ${line.STAN_NA}, but ${first?.line.STAN_NA} above`);
  }
  return first?.line.STAN_NA ?? '';
}
