import type { Db } from '#app/db/client.server.ts';
import type { RegisterRow } from './municipality.ts';

/**
 * Adds and updates municipalities by code in one statement, some 2,500 rows in a fraction of a second. Population and
 * area stay as they were where `rows` have none; invented municipalities are left alone.
 */
export async function writeRegister(tx: Db, input: { rows: readonly RegisterRow[]; stateOn: string }): Promise<void> {
  await tx.$executeRaw`
    insert into "Municipality" (teryt, name, kind, county, "countyRights", voivodeship, population, "areaKm2", "searchKey", "stateOn")
    select teryt, name, kind, county, "countyRights", voivodeship, population, "areaKm2"::numeric, "searchKey", ${input.stateOn}
    from jsonb_to_recordset(${JSON.stringify(input.rows)}::jsonb) as row(
      teryt text, name text, kind text, county text, "countyRights" boolean, voivodeship text, population int, "areaKm2" text, "searchKey" text)
    on conflict (teryt) do update set
      name = excluded.name, kind = excluded.kind, county = excluded.county, "countyRights" = excluded."countyRights",
      voivodeship = excluded.voivodeship, "searchKey" = excluded."searchKey", "stateOn" = excluded."stateOn",
      population = coalesce(excluded.population, "Municipality".population), "areaKm2" = coalesce(excluded."areaKm2", "Municipality"."areaKm2")
    where not "Municipality"."isDemo"`;
}
