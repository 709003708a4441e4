import { z } from 'zod';
import type { Db } from '#app/db/client.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import { remarkStates, type RemarkState } from '../state/remark-state.ts';
import { byFiler } from './numbers-of-lines.ts';
import type { FiledCounts, ReportNumbers } from './report-document.ts';

/**
 * Private people of a consultation: one account is one person; without an account the name with its contact data is; a
 * filing with neither stands for itself. Organisations are left out. What an archive brought says itself who is one person, and those
 * who filed without their name keep their number.
 */
export function peopleSql(consultationId: string): Prisma.Sql {
  return Prisma.sql`keyed as (
      select id, number, "authorName", "personNo", coalesce('archive:' || "personNo", "authorId"::text,
        case when coalesce("contactEmail", "contactAddress", "contactPhone", '') = '' then id::text
          else lower(coalesce("privateName", "authorName") || '|' || coalesce("contactEmail", '') || '|' || coalesce("contactAddress", "contactPhone", '')) end) as who
      from "Filing" where "consultationId" = ${consultationId}::uuid and organisation is null),
    met as (select who, min(number) as first, max("personNo") as brought from keyed group by who),
    people as (
      select who, case when brought is not null then brought else (select greatest(coalesce(max(brought), 0), 0) from met) + row_number() over (partition by brought is null order by first)::int end as no
      from met)`;
}

/** People that the numbers in filings of an archive count twice, by channel and in all. */
export const samePeopleShape = z.record(z.string(), z.int());

/** All counts of the report, from the register as it is now. Withdrawn remarks are counted apart and nowhere else. */
export async function reportNumbers(db: Db, consultationId: string, now: Date): Promise<ReportNumbers> {
  const byKind = await db.remark.groupBy({ by: ['kind', 'state'], where: { consultationId }, _count: { _all: true } });
  const sum = (keep: (row: (typeof byKind)[number]) => boolean) =>
    byKind.filter(keep).reduce((total, row) => total + row._count._all, 0);
  const states = Object.fromEntries(remarkStates.map((state) => [state, sum((row) => row.state === state)])) as Record<
    RemarkState,
    number
  >;
  const [filed] = await db.$queryRaw<{ filings: number; late: number; organisations: number; people: number }[]>`
    with ${peopleSql(consultationId)}, live as (
      select distinct f.id, f."isLate", f.organisation, f.channel from "Filing" f join "Remark" r on r."filingId" = f.id
      where f."consultationId" = ${consultationId}::uuid and r.state <> 'withdrawn')
    select count(*)::int as filings, count(*) filter (where "isLate")::int as late, count(distinct lower(organisation)) filter (where channel <> 'word')::int as organisations,
      count(distinct k.who)::int as people
    from live left join keyed k on k.id = live.id`;
  const channels = await db.$queryRaw<ReportNumbers['channels']>`
    with ${peopleSql(consultationId)}
    select f.channel, count(distinct f.id)::int as filings, count(distinct coalesce(k.who, lower(f.organisation)))::int as people, count(*)::int as remarks
    from "Remark" r join "Filing" f on f.id = r."filingId" left join keyed k on k.id = f.id
    where r."consultationId" = ${consultationId}::uuid and r.state <> 'withdrawn' group by f.channel order by f.channel`;
  const filedBy = await db.$queryRaw<({ channel: string; isOrganisation: boolean } & FiledCounts)[]>`
    select f.channel, f.organisation is not null as "isOrganisation", count(distinct f.id)::int as filings,
      count(*) filter (where r.kind <> 'amendment')::int as remarks, count(*) filter (where r.kind = 'amendment')::int as amendments
    from "Remark" r join "Filing" f on f.id = r."filingId"
    where r."consultationId" = ${consultationId}::uuid and r.state <> 'withdrawn' group by 1, 2`;
  const { samePeople } = await db.consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: { samePeople: true },
  });
  const twice = samePeopleShape.parse(samePeople);
  const stances = await db.support.groupBy({ by: ['stance'], where: { consultationId }, _count: { _all: true } });
  const stance = (name: string) => stances.find((row) => row.stance === name)?._count._all ?? 0;
  const grouped = await db.remark.groupBy({
    by: ['groupId'],
    where: { consultationId, groupId: { not: null }, state: { not: 'withdrawn' } },
    _count: { _all: true },
  });
  return {
    received: sum((row) => row.state !== 'withdrawn'),
    withdrawn: states.withdrawn,
    remarks: sum((row) => row.state !== 'withdrawn' && row.kind !== 'amendment'),
    amendments: sum((row) => row.state !== 'withdrawn' && row.kind === 'amendment'),
    late: filed?.late ?? 0,
    filings: filed?.filings ?? 0,
    people: Math.max(0, (filed?.people ?? 0) - (twice[''] ?? 0)),
    organisations: filed?.organisations ?? 0,
    by: byFiler(filedBy),
    comments: await db.comment.count({ where: { consultationId } }),
    supports: stance('support'),
    objections: stance('objection'),
    ...(await heldMeetings(db, consultationId, now)),
    groups: grouped.length,
    grouped: grouped.reduce((total, row) => total + row._count._all, 0),
    channels: channels.map((row) => ({ ...row, people: row.people - (twice[row.channel] ?? 0) })),
    states,
  };
}

/** Meetings that have begun, and who came: the one count that time alone changes. */
export async function heldMeetings(
  db: Db,
  consultationId: string,
  now: Date,
): Promise<Pick<ReportNumbers, 'meetings' | 'attendance'>> {
  const held = await db.meeting.aggregate({
    where: { consultationId, cancelledAt: null, startsAt: { lte: now } },
    _count: { _all: true },
    _sum: { attendance: true },
  });
  return { meetings: held._count._all, attendance: held._sum.attendance ?? 0 };
}
