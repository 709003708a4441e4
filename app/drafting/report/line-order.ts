import type { ReportLine } from './report-document.ts';

/** Orders in which the table of remarks is read: by number in the register, by unit of the act, by who wrote. */
export const lineOrders = ['number', 'act', 'author'] as const;
export type LineOrder = (typeof lineOrders)[number];

/** As the address says it; nonsense is the order of the register. */
export const orderParams = { number: null, act: 'akt', author: 'autorzy' } as const satisfies Record<
  LineOrder,
  string | null
>;

export function orderOf(params: URLSearchParams): LineOrder {
  const given = params.get('kolejnosc');
  return given === null ? 'number' : (lineOrders.find((order) => orderParams[order] === given) ?? 'number');
}

/**
 * The lines in another order; each keeps its number in the table, so that a line is cited the same way in all of them. `places` are
 * the units of the act by their codes, in its order: what is about none of them, or about one that is gone, comes last. Organisations come
 * before people, by name; people by the number that they have in the report, those named in the register without one last.
 */
export function inLineOrder(
  lines: readonly ReportLine[],
  order: LineOrder,
  places: ReadonlyMap<number, number>,
): ReportLine[] {
  const byNumber = (a: ReportLine, b: ReportLine) => a.number - b.number;
  if (order === 'number') return lines.toSorted(byNumber);
  if (order === 'act') {
    const placeOf = ({ clauseCode }: ReportLine) => places.get(clauseCode ?? 0) ?? places.size;
    return lines.toSorted((a, b) => placeOf(a) - placeOf(b) || byNumber(a, b));
  }
  return lines.toSorted((a, b) => compareAuthors(a, b) || byNumber(a, b));
}

const names = new Intl.Collator('pl');

function compareAuthors({ author: a }: ReportLine, { author: b }: ReportLine): number {
  if (a.kind === 'organisation' && b.kind === 'organisation') return names.compare(a.name, b.name);
  if (a.kind === 'person' && b.kind === 'person')
    return (a.no ?? Infinity) === (b.no ?? Infinity) ? 0 : (a.no ?? Infinity) - (b.no ?? Infinity);
  return a.kind === 'organisation' ? -1 : 1;
}
