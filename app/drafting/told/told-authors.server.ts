import type { Db } from '#app/db/client.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import { maxAttempts } from '#app/mail/sender.server.ts';
import { keptDays } from '#app/people/purge.server.ts';
import { toldWays, type Reach, type Told, type ToldWay } from './told.ts';

/** What authors are told of. `id` is that of the change of terms or of the report, with when it was made. */
export type Notice =
  | { kind: 'answers' }
  | { kind: 'terms' | 'report'; id: string; at: Date }
  | { kind: 'grouped'; id: string; at: Date };

/** What the record calls it where a letter on paper is noted as sent. */
export function aboutOf(notice: Notice): string {
  return notice.kind === 'answers' ? 'answers' : `${notice.kind}:${notice.id}`;
}

/** Who an author is: the account, else the address for e-mail, else the letter itself. */
const who = Prisma.sql`coalesce(f."authorId"::text, lower(f."contactEmail"), f.id::text)`;

/** Word files and other entries of the office itself have nobody to tell. */
const told = Prisma.sql`f.channel <> 'word'`;

/** Authors of a consultation whose remarks were not all withdrawn, or of some remarks in it, by what can reach them. */
export async function reachOf(db: Db, consultationId: string, remarkIds?: readonly string[]): Promise<Reach> {
  const asked = remarkIds ? Prisma.sql`and r.id = any(${[...remarkIds]}::uuid[])` : Prisma.empty;
  const rows = await db.$queryRaw<{ way: keyof Reach; count: number }[]>`
    select way, count(distinct who)::int as count from (
      select ${who} as who, case
        when f."authorId" is not null then case when u.id is null or coalesce(u."disabledAt", u."closedAt") is not null then 'nobody' else 'email' end
        when f."contactEmail" is not null then 'email' when f."contactAddress" is not null then 'post'
        when f."contactPhone" is not null then 'phone' else 'nobody' end as way
      from "Filing" f left join "User" u on u.id = f."authorId"
      where f."consultationId" = ${consultationId}::uuid and ${told} and ${isLive(asked)}) reached group by way`;
  const countOf = (way: keyof Reach) => rows.find((row) => row.way === way)?.count ?? 0;
  return { email: countOf('email'), post: countOf('post'), phone: countOf('phone'), nobody: countOf('nobody') };
}

const isLive = (asked = Prisma.empty) =>
  Prisma.sql`exists (select 1 from "Remark" r where r."filingId" = f.id and r.state <> 'withdrawn' ${asked})`;

/** How the authors were told of something, as far as the outbox and the record know. */
export async function toldOf(db: Db, consultationId: string, notice: Notice): Promise<Told> {
  const rows = await db.$queryRaw<{ way: ToldWay; count: number }[]>`
    with ways as (${waysSql(consultationId, notice)}), worst as (
      select who, max(array_position(${[...toldWays]}::text[], way)) as at from ways group by who)
    select (${[...toldWays]}::text[])[at] as way, count(*)::int as count from worst group by at`;
  const empty = Object.fromEntries(toldWays.map((way) => [way, 0])) as Told;
  return { ...empty, ...Object.fromEntries(rows.map(({ way, count }) => [way, count])) };
}

export type PaperFiling = { id: string; isPosted: boolean };

/** Filings whose authors nothing but paper reaches, in the order of their numbers. */
export async function paperFilings(db: Db, consultationId: string, notice: Notice): Promise<PaperFiling[]> {
  return db.$queryRaw<PaperFiling[]>`
    with ways as (${waysSql(consultationId, notice)})
    select f.id::text, bool_and(way in ('posted', 'called')) as "isPosted" from ways w join "Filing" f on f.id = w.filing
    where w.way in ('posted', 'called', 'toPost', 'toCall', 'noAddress') or (w.way = 'failed' and f."authorId" is null)
    group by f.id, f.number order by f.number`;
}

/** One row for every author and what they were to be told: who, by which filing, and how. */
function waysSql(consultationId: string, notice: Notice): Prisma.Sql {
  return Prisma.sql`
    select a.who, a.filing, case
      when a.author is not null and (u.id is null or u."disabledAt" is not null) then 'closed'
      when m."sentAt" is not null then 'sent'
      when exists (select 1 from "Event" e where e."consultationId" = ${consultationId}::uuid and e.kind = 'letter-posted'
        and e."subjectId" = a.filing::text and e.data ->> 'about' = ${aboutOf(notice)} and e.at >= a.at)
        then case when a.author is null and a.phone and not a.address then 'called' else 'posted' end
      when m.id is not null and m."failedAt" is null and m.attempts < ${maxAttempts} then 'waiting'
      when m.id is null and a.reachable and a.at < now() - make_interval(days => ${keptDays.sentLetter}::int) then 'forgotten'
      when a.author is not null and ${isOnAccount(notice)} then 'account'
      when a.author is null and a.address then ${notice.kind === 'grouped' ? 'noEmail' : 'toPost'}::text
      when a.author is null and a.phone then 'toCall'
      when a.reachable then 'failed'
      else 'noAddress' end as way
    from (${addresseesSql(consultationId, notice)}) a
    left join "User" u on u.id = a.author left join lateral (
      select * from "MailMessage" where "dedupeKey" = a.key
      union all
      select * from "MailMessage" where a.key is null and "toEmail" = a.email and starts_with("dedupeKey", ${`${aboutOf(notice)}:`})
      limit 1) m on true`;
}

/** A ruling and a group stand beside the remark on the account of its author, a report and other terms do not. */
const isOnAccount = ({ kind }: Notice) => Prisma.sql`${kind === 'answers' || kind === 'grouped'}::boolean`;

/** Rulings that were released together tell each person in one letter, named by the first of theirs (see `sendDecisions`). */
const sharedLetters = (consultationId: string) => Prisma.sql`
  select g.id as ruling, count(*) over w as rulings, first_value(r.id) over (w order by g.place) as first
  from "Ruling" g join "Remark" r on r.id = g."remarkId" join "Filing" f on f.id = r."filingId"
  where g."consultationId" = ${consultationId}::uuid and g.place is not null
  window w as (partition by g."madeAt", ${who}, case when f."authorId" is null then f.locale end)`;

function addresseesSql(consultationId: string, notice: Notice): Prisma.Sql {
  const columns = Prisma.sql`${who} as who, f.id as filing, f."authorId" as author, f."contactEmail" as email,
    (f."authorId" is not null or f."contactEmail" is not null) as reachable, f."contactAddress" is not null as address,
    f."contactPhone" is not null as phone`;
  const of = Prisma.sql`f."consultationId" = ${consultationId}::uuid and ${told}`;
  if (notice.kind === 'answers')
    return Prisma.sql`
      select ${columns}, case when g."correctsId" is not null then 'correction:' || g.id
          when s.rulings > 1 then 'rulings:' || s.first else 'ruling:' || r.id end as key, g."madeAt" as at
      from "Ruling" g join "Remark" r on r.id = g."remarkId" join "Filing" f on f.id = r."filingId"
        left join (${sharedLetters(consultationId)}) s on s.ruling = g.id
      where ${of} and g."replacedAt" is null`;
  if (notice.kind === 'grouped')
    return Prisma.sql`
      select ${columns}, 'grouped:' || r.id || ':' || r."groupId" as key, ${notice.at}::timestamptz as at
      from "Remark" r join "Filing" f on f.id = r."filingId" where ${of} and r."groupId" = ${notice.id}::uuid`;
  // Somebody without an account is written to once, whatever the number of letters: the address tells.
  return Prisma.sql`
    select ${columns}, case when f."authorId" is not null then ${aboutOf(notice)} || ':' || f."authorId" end as key,
      ${notice.at}::timestamptz as at
    from "Filing" f where ${of} and f."filedAt" <= ${notice.at}::timestamptz and ${isLive()}`;
}
