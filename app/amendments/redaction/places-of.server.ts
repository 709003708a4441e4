import type { Db } from '#app/db/client.server.ts';
import { copyPlaces, lawPlaces, ownPlaces, remarkPlaces, type Place, type Subject } from './places.ts';

/** Every row in which words of the subject can stand: its own, those filed again from it, copies, and the act. */
export async function placesOf(tx: Db, subject: Subject): Promise<Place[]> {
  const own = subject.type === 'remark' ? remarkPlaces(await sameWords(tx, subject.id)) : ownPlaces(subject);
  return [...own, ...copyPlaces(subject), ...lawPlaces(subject)];
}

/** A withdrawn filing that was filed again has the same words twice. */
async function sameWords(tx: Db, remarkId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive chain(id) as (
      select "filingId" from "Remark" where id = ${remarkId}::uuid
      union
      select f.id from "Filing" f join chain c on f."refiledFromId" = c.id or f.id = (select p."refiledFromId" from "Filing" p where p.id = c.id)
    )
    select r.id::text from "Remark" r join chain c on r."filingId" = c.id
    where r.id = ${remarkId}::uuid or (r."filingId" <> (select "filingId" from "Remark" where id = ${remarkId}::uuid))`;
  return rows.map(({ id }) => id);
}
