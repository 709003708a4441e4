import { parse } from 'csv-parse/sync';

export type CsvRecords =
  | { ok: true; value: string[][] }
  | { ok: false; error: { code: 'empty' | 'broken'; line: number | null } };

/**
 * Records of CSV as people send it (RFC 4180, `,` or `;` or tabs, told from the first lines or by a line `sep=;` before all), of any width;
 * at most `to` of them where that is said.
 */
export function csvRecords(source: string, { to }: { to?: number } = {}): CsvRecords {
  const told = /^\uFEFF?"?sep=([,;\t|])"?[ ]*(?:\r\n?|\n)/i.exec(source);
  const text = source.slice(told?.[0].length ?? 0).replace(/^\uFEFF/, '');
  if (text.trim() === '') return { ok: false, error: { code: 'empty', line: null } };
  try {
    const value = parse(text, {
      delimiter: told?.[1] ?? delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      bom: true,
      ...(to === undefined ? {} : { to }),
    });
    return { ok: true, value };
  } catch (error) {
    const line =
      typeof error === 'object' && error !== null && 'lines' in error && typeof error.lines === 'number'
        ? error.lines
        : null;
    return { ok: false, error: { code: 'broken', line } };
  }
}

/** Characters and lines within which the sign between cells is looked for. */
const longestHeader = 64_000;
const linesLookedAt = 15;

/** The sign that stands most often in one of the first lines, outside quotation marks; the earlier line where two are equal. */
function delimiterOf(text: string): string {
  let best = { sign: ',', count: 0 };
  let counts = new Map<string, number>();
  let [isQuoted, lines] = [false, 0];
  const weigh = (): void => {
    for (const [sign, count] of counts) if (count > best.count) best = { sign, count };
    counts = new Map();
  };
  for (const sign of text.slice(0, longestHeader)) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === '\n' && !isQuoted) {
      weigh();
      if ((lines += 1) >= linesLookedAt || best.count >= 3) break;
    } else if (!isQuoted && (sign === ',' || sign === ';' || sign === '\t'))
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  weigh();
  return best.sign;
}
