import type { Db } from '#app/db/client.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { TeamEdition } from '../access/edition-access.server.ts';
import type { CellCoding, DoubleCause, FieldCell } from '../cards/cells.ts';
import type { EditionReliability } from '../cards/edition-reliability.ts';
import type { AnswerState } from '../scoring/model.ts';
import { measureReliability } from './tasks.server.ts';

type Side = { id: string; coderId: string; state: AnswerState; level: number | null };

/** Two handed-in answers that differ, without their words and evidence. */
type Difference = { teryt: string; indicator: string; a: Side; b: Side };

export type TwiceCoded = {
  counts: { pairs: number; answered: number; differences: number; done: number; left: number; waiting: number };
  /** The first of those nobody decided, the most urgent first; the first of those decided, by municipality. */
  queue: Difference[];
  decided: Difference[];
};

/**
 * What is to be decided between the two codings of an edition, in one question to the database: in a large edition there are tens of
 * thousands of codings, and neither a list nor a count needs what was written in them. Cells of a border first, then those that
 * differ most; a level against a state counts as the whole scale. Municipalities of `barred` are kept out, except of the number of pairs.
 */
export async function listDifferences(
  db: Db,
  { editionId, barred, limit }: { editionId: string; barred: readonly string[]; limit: number },
): Promise<TwiceCoded> {
  const isOpen = barred.length === 0 ? Prisma.sql`true` : Prisma.sql`teryt not in (${Prisma.join([...barred])})`;
  const [row] = await db.$queryRaw<
    (Omit<TwiceCoded['counts'], 'differences'> & Pick<TwiceCoded, 'queue' | 'decided'>)[]
  >`
    with cells as materialized (
      select d.teryt, d.indicator, d.cause, a.level as "aLevel", b.level as "bLevel", j.state is not null as "isDecided",
        a.id is not null and b.id is not null as "isTwice",
        coalesce(a."submittedAt" is not null and b."submittedAt" is not null, false) as "isIn",
        a.id is not null or b.id is not null as "isBegun",
        a.state <> b.state or a.level is distinct from b.level as "isDifferent",
        a.id as "aId", a."coderId" as "aCoder", a.state as "aState", b.id as "bId", b."coderId" as "bCoder", b.state as "bState"
      from "DoubleCell" d
      left join "Coding" a on a."editionId" = d."editionId" and a.teryt = d.teryt and a.indicator = d.indicator and a.slot = 1
      left join "Coding" b on b."editionId" = d."editionId" and b.teryt = d.teryt and b.indicator = d.indicator and b.slot = 2
      left join "Adjudication" j on j."editionId" = d."editionId" and j.teryt = d.teryt and j.indicator = d.indicator
      where d."editionId" = ${editionId}::uuid
    ),
    differences as (
      select teryt, indicator, cause, "aLevel", "bLevel", "isDecided",
        json_build_object('id', "aId", 'coderId', "aCoder", 'state', "aState", 'level', "aLevel") as a,
        json_build_object('id', "bId", 'coderId', "bCoder", 'state', "bState", 'level', "bLevel") as b
      from cells where "isIn" and "isDifferent" and cause <> 'objection' and ${isOpen}
    )
    select
      (select count(*)::int from cells where "isIn") as pairs,
      (select count(*)::int from differences where "isDecided") as done,
      (select count(*)::int from differences where not "isDecided") as left,
      (select count(*)::int from cells where cause <> 'objection' and "isBegun" and not "isIn" and ${isOpen}) as waiting,
      (select count(*)::int from "Coding" where "editionId" = ${editionId}::uuid)
        - (select count(*)::int from cells where "isTwice") as answered,
      (
        select coalesce(json_agg(json_build_object('teryt', teryt, 'indicator', indicator, 'a', a, 'b', b) order by place), '[]')
        from (
          select *, row_number() over (
            order by cause = 'border' desc, abs("aLevel" - "bLevel") desc nulls first, (teryt || indicator) collate "C"
          ) as place
          from differences where not "isDecided" order by place limit ${limit}
        ) first
      ) as queue,
      (
        select coalesce(
          json_agg(json_build_object('teryt', teryt, 'indicator', indicator, 'a', a, 'b', b) order by teryt, indicator collate "C"), '[]'
        )
        from (
          select * from differences where "isDecided" order by teryt, indicator collate "C" limit ${limit}
        ) first
      ) as decided`;
  if (!row) throw new RangeError('A query of one row gave none');
  const { queue, decided, ...counts } = row;
  return { counts: { ...counts, differences: counts.done + counts.left }, queue, decided };
}

/**
 * How far the coders of an edition agree: measured on a thread, and anew only when another pair is complete. What was handed in never
 * changes, so the number of pairs and the last moment name them.
 */
export async function reliabilityNow(
  db: Db,
  edition: Pick<TeamEdition, 'id' | 'methodology' | 'methodologyHash' | 'doubleSeed'>,
  answered: number,
): Promise<EditionReliability> {
  const [row] = await db.$queryRaw<{ handedIn: number; last: Date | null; drawn: number }[]>`
    select count("submittedAt")::int as "handedIn", max("submittedAt") as last,
      (select count(*)::int from "DoubleCell" d where d."editionId" = ${edition.id}::uuid) as drawn
    from "Coding" where "editionId" = ${edition.id}::uuid`;
  const key = [
    edition.id,
    edition.methodologyHash,
    edition.doubleSeed,
    row?.drawn ?? 0,
    row?.handedIn ?? 0,
    row?.last?.toISOString() ?? '',
  ].join(' ');
  const measured = await runTask(
    measureReliability,
    async () => ({
      methodology: edition.methodology,
      cells: await loadPairs(db, edition.id),
      seed: edition.doubleSeed,
    }),
    key,
  );
  // Cells that one person answers are no pairs; they count among those with an answer, and come and go.
  return { ...measured, answered };
}

type PairRow = {
  teryt: string;
  indicator: string;
  cause: DoubleCause;
  aState: AnswerState;
  aLevel: number | null;
  bState: AnswerState;
  bLevel: number | null;
};

/** Every pair that both handed in, with nothing but what agreement is measured by. */
async function loadPairs(db: Db, editionId: string): Promise<FieldCell[]> {
  const rows = await db.$queryRaw<PairRow[]>`
    select d.teryt, d.indicator, d.cause,
      a.state as "aState", a.level as "aLevel", b.state as "bState", b.level as "bLevel"
    from "Coding" b
    join "Coding" a on a."editionId" = b."editionId" and a.teryt = b.teryt and a.indicator = b.indicator and a.slot = 1
    join "DoubleCell" d on d."editionId" = b."editionId" and d.teryt = b.teryt and d.indicator = b.indicator
    where b."editionId" = ${editionId}::uuid and b.slot = 2 and a."submittedAt" is not null and b."submittedAt" is not null
    order by d.teryt, d.indicator collate "C"`;
  return rows.map(({ teryt, indicator, cause, aState, aLevel, bState, bLevel }) => ({
    teryt,
    indicator,
    cause,
    codings: [bare(1, aState, aLevel), bare(2, bState, bLevel)],
    adjudication: null,
    reply: null,
  }));
}

function bare(slot: number, state: AnswerState, level: number | null): CellCoding {
  const words = { reason: '', requestedOn: null, evidence: [], coder: '', codedAt: '' };
  return { ...words, id: '', slot, coderId: '', revision: 0, submittedAt: 'handed in', state, level };
}
