import { MONTHS, dayInWords } from '../tree/months.ts';
import { onOneLine } from '../tree/ends.ts';
import type { Act } from '../tree/types.ts';

/** What tells one act from another: its number and its day (year-month-day), each null where it is not printed. */
export type Identity = { number: string | null; date: string | null };

/** Number and day in the words that name an act: "uchwale nr VII/41/2025 Rady … z dnia 12 marca 2025 r.". */
export function readIdentity(words: string): Identity {
  const number = /(?:^|[^\p{L}])(?:nr|numer)\.?\s{0,3}([\p{L}\d]+(?:[./-][\p{L}\d]+)*)/iu.exec(words)?.[1] ?? null;
  const dated = /z\s+dn(?:ia|\.)\s+(\d{1,2}\s+\p{L}{4,12}\s+\d{4})/iu.exec(words)?.[1];
  return { number, date: dated === undefined ? null : dayInWords(dated) };
}

/** Number and day that an act bears itself. */
export function identityOf(act: Pick<Act, 'before' | 'title'>): Identity {
  const front = onOneLine(act.before).slice(0, 2_000);
  const basis = front.search(/Na podstawie|Działając na/u);
  return readIdentity(basis < 0 ? front : front.slice(0, basis));
}

/** True where words name an act: the number decides, the day where a number is missing or printed in another form. */
export function isSameAct(named: Identity, act: Identity): boolean {
  const plain = (number: string): string => number.toUpperCase().replace(/[^\p{L}\d]/gu, '');
  if (named.number !== null && act.number !== null && plain(named.number) === plain(act.number)) return true;
  if (named.date !== null && act.date !== null) return named.date === act.date;
  return named.number === null || act.number === null;
}
/** 2025-03-12 as "12 marca 2025 r."; null for what is no day. */
export function writeDay(iso: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const month = match === null ? undefined : MONTHS[Number(match[2]) - 1];
  if (match === null || month === undefined) return null;
  return `${Number(match[3])} ${month} ${match[1]} r.`;
}
