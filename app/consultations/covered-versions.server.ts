import type { Db } from '#app/db/client.server.ts';

/** Versions in whose text words were covered after it was hashed: the printed hash is of what stood there before. */
export async function coveredVersions(db: Db, consultationId: string): Promise<Set<number>> {
  const rows = await db.$queryRaw<{ number: number }[]>`
    select distinct v.number from "CoveredText" k join "ClausePlacement" p on p."revisionId"::text = k."rowId"
    join "Version" v on v."consultationId" = p."consultationId" and v.number >= p."fromVersion" and (p."toVersion" is null or v.number < p."toVersion")
    where k."tableName" = 'ClauseRevision' and p."consultationId" = ${consultationId}::uuid`;
  return new Set(rows.map(({ number }) => number));
}
