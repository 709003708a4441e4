import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import { ofShape } from '#app/drafting/acts/shape.ts';
import type { Db } from '#app/db/client.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';

type Around = { consultationId: string; units: readonly DraftUnit[]; number: number; around: number };
type Placed = { number: number; place: number };

/** Units looked at on either side of the remark's own to begin with; then four times as many, until there are remarks enough. */
const firstReach = 24;

/**
 * Numbers of the open remarks around one in the order of the act, itself included: by the first of its units that is in the newest
 * text, then by number; what is about the whole act or about units that are gone comes last. Reads the remarks nearby, however many
 * there are.
 */
export async function neighboursOf(db: Db, { consultationId, units, number, around }: Around): Promise<number[]> {
  const reader = placedReader(db, consultationId, { units, number });
  const own = await reader.placeOf(number);
  const [before, after] =
    own === null
      ? [
          await unplaced(db, { consultationId, number, around, side: 'before' }),
          await unplaced(db, { consultationId, number, around, side: 'after' }),
        ]
      : [[], []];
  const start = own ?? units.length;
  for (let reach = firstReach; ; reach *= 4) {
    const [from, to] = [
      Math.max(0, start - reach),
      own === null ? units.length : Math.min(units.length, start + reach + 1),
    ];
    const placed = await reader.between(from, to);
    const isBefore = (each: Placed) => each.place < start || (each.place === start && each.number < number);
    const left = placed.filter((each) => each.number !== number && isBefore(each)).map((each) => each.number);
    const right = placed.filter((each) => each.number !== number && !isBefore(each)).map((each) => each.number);
    if (
      (left.length + before.length < around && from > 0) ||
      (own !== null && right.length < around && to < units.length)
    )
      continue;
    const last =
      own !== null && right.length < around
        ? await unplaced(db, { consultationId, number, around: around - right.length, side: 'all' })
        : after;
    return [...lastOf([...left, ...before], around), number, ...[...right, ...last].slice(0, around)];
  }
}

const lastOf = (numbers: readonly number[], count: number) => numbers.slice(Math.max(0, numbers.length - count));

/** Open remarks, and the one asked about, by the place of their first unit that is there. */
function placedReader(db: Db, consultationId: string, { units, number }: Pick<Around, 'units' | 'number'>) {
  const places = placesIn(units);
  const firstPlaces = (rows: readonly { number: number; clauses: string[] }[]): Placed[] =>
    rows.flatMap((row) => {
      const place = row.clauses.map((clauseId) => places.get(clauseId)).find((each) => each !== undefined);
      return place === undefined ? [] : [{ number: row.number, place }];
    });
  return {
    async placeOf(one: number): Promise<number | null> {
      const rows = await db.$queryRaw<{ number: number; clauses: string[] }[]>`
        select r.number, array(select o."clauseId"::text from "RemarkOperation" o where o."remarkId" = r.id order by o.seq) as clauses
        from "Remark" r where r."consultationId" = ${consultationId}::uuid and r.number = ${one}`;
      return firstPlaces(rows)[0]?.place ?? null;
    },
    /** Those whose place is in the half-open range, in order. */
    async between(from: number, to: number): Promise<Placed[]> {
      const clauses = units.slice(from, to).map(({ clauseId }) => clauseId);
      const rows = await db.$queryRaw<{ number: number; clauses: string[] }[]>`
        select r.number, array(select o."clauseId"::text from "RemarkOperation" o where o."remarkId" = r.id order by o.seq) as clauses
        from "Remark" r where r."consultationId" = ${consultationId}::uuid and (r.state = 'open' or r.number = ${number})
          and r.id = any(array(select o."remarkId" from "RemarkOperation" o where o."clauseId" = any(${clauses}::uuid[])))`;
      return firstPlaces(rows)
        .filter(({ place }) => place >= from && place < to)
        .sort((a, b) => a.place - b.place || a.number - b.number);
    },
  };
}

/** Place of each clause in the text. */
export const placesIn = ofShape(
  (units): ReadonlyMap<string, number> => new Map(units.map(({ clauseId }, at) => [clauseId, at])),
);

/**
 * Remarks as "number clause" of each of their units in turn, joined by commas, in the order of the act: by the first unit that is in
 * the text, then by number; those without one come last.
 */
export function inActOrder(listed: string, places: ReadonlyMap<string, number>): number[] {
  const found = new Map<number, number>();
  for (const entry of listed === '' ? [] : listed.split(',')) {
    const [number, clauseId] = entry.split(' ');
    const known = found.get(Number(number)) ?? Number.POSITIVE_INFINITY;
    found.set(Number(number), known === Number.POSITIVE_INFINITY ? (places.get(clauseId ?? '') ?? known) : known);
  }
  return [...found]
    .sort(([a, placeA], [b, placeB]) => (placeA === placeB ? a - b : placeA - placeB))
    .map(([number]) => number);
}

type Side = 'before' | 'after' | 'all';

/** Open remarks without a place in the newest text, by number: the last before a number, the first after it, or the first of all. */
async function unplaced(
  db: Db,
  { consultationId, number, around, side }: Omit<Around, 'units'> & { side: Side },
): Promise<number[]> {
  const beyond = {
    before: Prisma.sql`r.number < ${number}`,
    after: Prisma.sql`r.number > ${number}`,
    all: Prisma.sql`r.number <> ${number}`,
  }[side];
  // One by one along the index until there are enough: the question about its units is asked of each in turn, never of all at once.
  const rows = await db.$queryRaw<{ number: number }[]>`
    select r.number from "Remark" r
    where r."consultationId" = ${consultationId}::uuid and r.state = 'open' and ${beyond}
      and (select 1 from "RemarkOperation" o join "ClausePlacement" p on p."clauseId" = o."clauseId" and p."toVersion" is null where o."remarkId" = r.id limit 1) is null
    order by r.number ${side === 'before' ? Prisma.sql`desc` : Prisma.sql`asc`} limit ${around}`;
  const numbers = rows.map((row) => row.number);
  return side === 'before' ? numbers.reverse() : numbers;
}
