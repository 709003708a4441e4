import type { Db } from '#app/db/client.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import { notFound } from '#app/errors/app-error.ts';
import { timeZone } from '#app/i18n/dates.ts';
import { decisions, type Decision } from '#app/drafting/state/remark-state.ts';
import { clockFigures, type ClockCounts, type ClockFigures } from './clock.ts';

export type ConsultationClock = {
  slug: string;
  title: string;
  closesAt: Date;
  answersDueAt: Date;
  figures: ClockFigures;
};

type Row = {
  id: string | null;
  received: number;
  answered: number;
  in_time: number;
  waiting: number;
  overdue: number;
  median: number | null;
} & Record<`d${number}`, number>;

/** Figures of the office's clock for one consultation. */
export async function consultationClock(
  db: Db,
  where: { id: string; answersDueAt: Date },
  now: Date,
): Promise<ClockFigures> {
  const [row] = await count(db, Prisma.sql`c.id = ${where.id}::uuid`, now);
  return clockFigures(row ? countsOf(row) : nothing, { answersDueAt: where.answersDueAt, now });
}

/** Figures for every consultation of a municipality that has begun, newest first, and over all of them. */
export async function municipalityClock(
  db: Db,
  teryt: string,
  now: Date,
): Promise<{ total: ClockFigures; consultations: ConsultationClock[] }> {
  if ((await db.municipality.count({ where: { teryt } })) === 0) throw notFound(`no municipality ${teryt}`);
  const rows = await count(db, Prisma.sql`c.teryt = ${teryt}`, now);
  const consultations = await db.consultation.findMany({
    where: { teryt, opensAt: { lte: now } },
    orderBy: { closesAt: 'desc' },
    select: { id: true, slug: true, title: true, closesAt: true, answersDueAt: true },
  });
  const of = (id: string | null) => {
    const row = rows.find((one) => one.id === id);
    return row ? countsOf(row) : nothing;
  };
  return {
    total: clockFigures(of(null), null),
    consultations: consultations.map(({ id, ...rest }) => ({
      ...rest,
      figures: clockFigures(of(id), { answersDueAt: rest.answersDueAt, now }),
    })),
  };
}

/** One row per consultation and one, without id, over all of them. Days are calendar days in Poland. */
async function count(db: Db, where: Prisma.Sql, now: Date): Promise<Row[]> {
  const byDecision = Prisma.join(
    decisions.map(
      (decision, at) => Prisma.sql`count(*) filter (where h.decision = ${decision})::int as ${Prisma.raw(`d${at}`)}`,
    ),
  );
  return db.$queryRaw<Row[]>`
    select c.id::text as id,
      count(*)::int as received,
      count(g.id)::int as answered,
      count(*) filter (where g."madeAt" < c."answersDueAt")::int as in_time,
      count(*) filter (where g.id is null)::int as waiting,
      count(*) filter (where g.id is null and c."answersDueAt" <= ${now})::int as overdue,
      (percentile_cont(0.5) within group (order by
        (g."madeAt" at time zone ${timeZone})::date - (f."receivedAt" at time zone ${timeZone})::date) filter (where g.id is not null))::float8 as median,
      ${byDecision}
    from "Remark" r
    join "Consultation" c on c.id = r."consultationId"
    join "Filing" f on f.id = r."filingId"
    left join "Ruling" g on g."remarkId" = r.id and g."correctsId" is null
    left join "Ruling" h on h."remarkId" = r.id and h."replacedAt" is null
    where ${where} and r.state <> 'withdrawn'
    group by grouping sets ((c.id), ())`;
}

const nothing: ClockCounts = {
  received: 0,
  answered: 0,
  inTime: 0,
  waiting: 0,
  overdue: 0,
  medianDays: null,
  byDecision: Object.fromEntries(decisions.map((decision) => [decision, 0])) as Record<Decision, number>,
};

function countsOf(row: Row): ClockCounts {
  return {
    received: row.received,
    answered: row.answered,
    inTime: row.in_time,
    waiting: row.waiting,
    overdue: row.overdue,
    medianDays: row.median,
    byDecision: Object.fromEntries(decisions.map((decision, at) => [decision, row[`d${at}`] ?? 0])) as Record<
      Decision,
      number
    >,
  };
}
