import type { Db } from '#app/db/client.server.ts';
import { editionPlaces } from './edition-places.ts';
import {
  beforePlaces,
  copyPlaces,
  filingPlaces,
  lawPlaces,
  ownPlaces,
  remarkPlaces,
  type Place,
  type Subject,
} from './places.ts';

/** Lines of a report's table that are about a subject, by a number in them; null where none can be. */
export type CoveredLines = { by: 'number' | 'filing'; among: readonly number[] } | null;

/** Every row in which words of the subject can stand: its own, those filed again from it, copies, and the act. */
export async function placesOf(tx: Db, subject: Subject): Promise<Place[]> {
  const { editionId, consultationId, teryt } = subject;
  if (editionId !== null) return editionPlaces({ ...subject, editionId });
  if (consultationId === null) return beforePlaces(subject);
  return [...(await rowsOf(tx, subject)), ...copyPlaces({ teryt, consultationId }), ...lawPlaces({ consultationId })];
}

async function rowsOf(tx: Db, subject: Subject): Promise<Place[]> {
  if (subject.type === 'remark') return remarkPlaces(await sameWords(tx, subject.id));
  return subject.type === 'filing' ? filingPlaces(await filedAgain(tx, subject.id)) : ownPlaces(subject);
}

/** Which lines of a closed report speak of a remark or a letter, those filed again from it among them. */
export async function linesOf(tx: Db, { type, id }: { type: string; id: string }): Promise<CoveredLines> {
  if (type !== 'remark' && type !== 'filing') return null;
  const where = {
    where: { id: { in: type === 'remark' ? await sameWords(tx, id) : await filedAgain(tx, id) } },
    select: { number: true },
  } as const;
  const rows = type === 'remark' ? await tx.remark.findMany(where) : await tx.filing.findMany(where);
  return { by: type === 'remark' ? 'number' : 'filing', among: rows.map(({ number }) => number) };
}

/** A withdrawn filing that was filed again has the same words twice, and the same signature. */
async function filedAgain(tx: Db, filingId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive chain(id) as (
      select ${filingId}::uuid
      union
      select f.id from "Filing" f join chain c on f."refiledFromId" = c.id or f.id = (select p."refiledFromId" from "Filing" p where p.id = c.id)
    )
    select id::text from chain`;
  return rows.map(({ id }) => id);
}

/** The remark, and the points of the letters it was filed in again. */
async function sameWords(tx: Db, remarkId: string): Promise<string[]> {
  const remark = await tx.remark.findUnique({ where: { id: remarkId }, select: { filingId: true } });
  if (!remark) return [remarkId];
  const others = (await filedAgain(tx, remark.filingId)).filter((id) => id !== remark.filingId);
  const rows =
    others.length === 0 ? [] : await tx.remark.findMany({ where: { filingId: { in: others } }, select: { id: true } });
  return [remarkId, ...rows.map(({ id }) => id)];
}
