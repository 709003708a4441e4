import { Prisma } from '#app/generated/prisma/client.ts';
import type { Db } from './client.server.ts';
import { noteChanged } from './revision-notes.server.ts';

/** What lists show: that things exist, what they are called, their terms, remarks, rulings. */
export const siteScope = 'site';
/** What lists show of conversation: numbers of comments, the most supported amendment. */
export const talkScope = 'talk';
export const consultationScope = (slug: string) => `consultation:${slug}`;
/** Comments and support of one consultation: its texts, versions and files do not show them. */
export const talkOf = (slug: string) => `talk:${slug}`;
export const editionScope = (slug: string) => `edition:${slug}`;

/** Channel on which a server database tells other processes which counters were raised. */
export const revisionChannel = 'paragraf_revision';

/**
 * Raises the counters that public pages depend on; call it in the transaction of every public change that lists show
 * something of: the counter of the site is raised with the named ones.
 */
export function bumpRevision(tx: Db, ...scopes: string[]): Promise<void> {
  return raise(tx, [siteScope, ...scopes]);
}

/** The same for what people say to each other: texts, files, lists of editions and pages about the site stay as they are. */
export function bumpTalk(tx: Db, slug: string): Promise<void> {
  return raise(tx, [talkScope, talkOf(slug)]);
}

/** A raise is a row of its own: writers of one counter do not wait for each other, however long their transactions last. */
async function raise(tx: Db, scopes: string[]): Promise<void> {
  const all = [...new Set(scopes)];
  await tx.$executeRaw`
    with raised as (insert into "RevisionRaise" (scope) select unnest(${all}::text[]) returning scope)
    select pg_notify(${revisionChannel}, scope) from raised`;
  noteChanged(tx, all);
}

/** Counters of all scopes that were ever raised, or of some; the others are at 1. */
export async function readCounters(db: Db, scopes: readonly string[] | null = null): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ scope: string; n: number }[]>`
    select scope, 1 + sum(n)::int as n
    from (select scope, n - 1 as n from "Revision" union all select scope, 1 from "RevisionRaise") as raised
    where ${scopes === null}::boolean or scope = any(${scopes ?? []}::text[])
    group by scope`;
  return new Map(rows.map(({ scope, n }) => [scope, n]));
}

/** Adds raises up in their counters, some at a time. What another process is adding up is left to it. Returns how many. */
export async function foldRaises(db: Db, limit = 5_000): Promise<number> {
  const [row] = await db.$queryRaw<{ folded: number }[]>`
    with gone as (
      delete from "RevisionRaise" where id in (select id from "RevisionRaise" limit ${limit} for update skip locked) returning scope
    ), sums as (
      select scope, count(*)::int as n from gone group by scope order by scope
    ), added as (
      insert into "Revision" (scope, n) select scope, 1 + n from sums
      on conflict (scope) do update set n = "Revision".n + excluded.n - 1
    )
    select count(*)::int as folded from gone`;
  return row?.folded ?? 0;
}

/** Moments at which pages change without a write: terms of consultations, hours of editions. */
export async function readMoments(db: Db, scopes: readonly string[] | null = null): Promise<Map<string, number[]>> {
  const slugs = (kind: string) =>
    scopes?.flatMap((scope) => (scope.startsWith(kind) ? [scope.slice(kind.length)] : [])) ?? [];
  const isAsked = (kind: string) => Prisma.sql`${scopes === null}::boolean or slug = any(${slugs(kind)}::text[])`;
  const rows = await db.$queryRaw<{ scope: string; at: Date }[]>`
    select scope, at from (
      select 'consultation:' || slug as scope, unnest(array["opensAt", "closesAt", "answersDueAt"]) as at from "Consultation" where ${isAsked('consultation:')}
      union all select 'edition:' || slug, "publishedAt" from "Edition" where state = 'frozen' and (${isAsked('edition:')})
    ) as moments
    where at is not null`;
  const moments = new Map<string, number[]>();
  for (const { scope, at } of rows) moments.set(scope, [...(moments.get(scope) ?? []), at.getTime()]);
  return moments;
}

/** What depends on these scopes, as a text that changes with it; asks the database, for whoever keeps something of his own by it. */
export async function readRevision(db: Db, scopes: readonly string[], now = new Date()): Promise<string> {
  const [counters, moments] = [await readCounters(db, scopes), await readMoments(db, scopes)];
  return scopes
    .map(
      (scope) => `${counters.get(scope) ?? 1}.${(moments.get(scope) ?? []).filter((at) => at <= now.getTime()).length}`,
    )
    .join('-');
}
