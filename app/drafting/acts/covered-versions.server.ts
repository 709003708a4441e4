import type { Db } from '#app/db/client.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';

/**
 * Versions in whose text words were covered after it was hashed: the printed hash is of what stood there before. In a consultation that an
 * archive brought, what stood there is elsewhere, and the marks say it.
 */
export async function coveredVersions(db: Db, consultationId: string): Promise<Set<number>> {
  const [{ isImported } = { isImported: false }] = await db.$queryRaw<{ isImported: boolean }[]>`
    select exists (select 1 from "RecordLink" l where l.scope = ${`consultation:${consultationId}`} and l.kind like 'import:%') as "isImported"`;
  // The covered words are few: it begins with them, and looks through a text only where marks are all that tells.
  const marked = isImported
    ? Prisma.sql`union select r.id from "ClauseRevision" r where r."consultationId" = ${consultationId}::uuid and concat(r.heading, r.text) like '%[zasłonięto: %'`
    : Prisma.empty;
  const rows = await db.$queryRaw<{ number: number }[]>`
    with covered as (select k."rowId"::uuid as id from "CoveredText" k where k."tableName" = 'ClauseRevision' ${marked})
    select distinct v.number from covered join "ClausePlacement" p on p."revisionId" = covered.id
    join "Version" v on v."consultationId" = p."consultationId" and v.number >= p."fromVersion" and (p."toVersion" is null or v.number < p."toVersion")
    where p."consultationId" = ${consultationId}::uuid`;
  return new Set(rows.map(({ number }) => number));
}
