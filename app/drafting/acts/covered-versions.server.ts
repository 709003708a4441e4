import type { Db } from '#app/db/client.server.ts';

/**
 * Versions in whose text words were covered after it was hashed: the printed hash is of what stood there before. In a consultation that an
 * archive brought, what stood there is elsewhere, and the marks say it.
 */
export async function coveredVersions(db: Db, consultationId: string): Promise<Set<number>> {
  const rows = await db.$queryRaw<{ number: number }[]>`
    select distinct v.number from "ClausePlacement" p join "ClauseRevision" r on r.id = p."revisionId"
    join "Version" v on v."consultationId" = p."consultationId" and v.number >= p."fromVersion" and (p."toVersion" is null or v.number < p."toVersion")
    where p."consultationId" = ${consultationId}::uuid and (
      exists (select 1 from "CoveredText" k where k."tableName" = 'ClauseRevision' and k."rowId" = r.id::text)
      or (concat(r.heading, r.text) like '%[zasłonięto: %' and exists (select 1 from "RecordLink" l where l.scope = 'consultation:' || p."consultationId"::text and l.kind like 'import:%')))`;
  return new Set(rows.map(({ number }) => number));
}
