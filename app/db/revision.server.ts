import type { Db } from './client.server.ts';

export const siteScope = 'site';
export const consultationScope = (slug: string) => `consultation:${slug}`;
export const editionScope = (slug: string) => `edition:${slug}`;

/**
 * Raises the counters that public pages carry as ETag; call it in the transaction of every public change.
 * The site's own counter is always raised: front page, lists and search show something of everything.
 */
export async function bumpRevision(tx: Db, ...scopes: string[]): Promise<void> {
  // One order for everybody, so that two writers cannot wait for each other.
  for (const scope of [...new Set([siteScope, ...scopes])].sort()) {
    await tx.$executeRaw`insert into "Revision" (scope, n) values (${scope}, 2)
      on conflict (scope) do update set n = "Revision".n + 1`;
  }
}

/**
 * Counter of a scope joined with the number of terms that have passed: pages change at a deadline, and editions appear at
 * their hour, without a write. `now` is the clock of this process, the same that the pages go by.
 */
export async function readRevision(db: Db, scope: string, now = new Date()): Promise<string> {
  const [row] = await db.$queryRaw<{ n: number; passed: number }[]>`
    select coalesce((select n from "Revision" where scope = ${scope}), 1)::int as n,
      (select (count(*) filter (where "opensAt" <= ${now}) + count(*) filter (where "closesAt" <= ${now})
        + count(*) filter (where "answersDueAt" <= ${now}))::int from "Consultation")
      + (select count(*)::int from "Edition" where state = 'frozen' and "publishedAt" <= ${now}) as passed`;
  return `${row?.n ?? 1}.${row?.passed ?? 0}`;
}
