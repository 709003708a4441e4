import { Refused, refusable } from '#app/errors/refused.ts';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { getLedEdition } from '../access/edition-access.server.ts';
import { assign, type AssignError } from './assign.server.ts';

/** One place of the board: who was on it when the page was made, and who is to be; '' is nobody. */
export type BoardPlace = { teryt: string; area: string; part: 1 | 2; was: string | undefined; wanted: string };

/** `conflict`: somebody else changed the place meanwhile; `now` is who they put there. `userId` is who was wanted. */
type PlaceRefusal = { place: BoardPlace; userId: string } & ({ code: AssignError } | { code: 'conflict'; now: string });
export type AssignManyResult =
  | { ok: true; value: { changed: number } }
  | { ok: false; error: { code: 'refused'; places: PlaceRefusal[]; held: ReadonlyMap<string, string> } };

export const placeKey = ({ teryt, area, part }: Pick<BoardPlace, 'teryt' | 'area' | 'part'>) =>
  `${teryt} ${area} ${part}`;

/**
 * Takes a whole board in one transaction: all places that this lead changed, or none. A place says who was on it when the page was made;
 * one that somebody else changed since is a conflict, never undone, and one that this lead left alone is not touched whatever it shows.
 * Places are freed before they are filled, so that two people can change seats in one step.
 */
export async function assignMany(
  db: Db,
  { viewer, slug, places }: { viewer: Viewer; slug: string; places: readonly BoardPlace[] },
): Promise<AssignManyResult> {
  const edition = await getLedEdition(db, { slug, viewer });
  return refusable(() =>
    transaction(db, async (tx): Promise<AssignManyResult> => {
      await tx.$queryRaw`select id from "Edition" where id = ${edition.id}::uuid for update`;
      const rows = await tx.assignment.findMany({
        where: { editionId: edition.id },
        select: { teryt: true, area: true, part: true, userId: true },
      });
      const held = new Map(rows.map((row) => [placeKey({ ...row, part: row.part === 2 ? 2 : 1 }), row.userId]));
      const nowOf = (place: BoardPlace) => held.get(placeKey(place)) ?? '';
      const changed = places.filter((place) => place.wanted !== place.was && place.wanted !== nowOf(place));
      const conflicts = changed
        .filter((place) => place.was !== nowOf(place))
        .map((place): PlaceRefusal => ({ place, userId: place.wanted, code: 'conflict', now: nowOf(place) }));
      const refused = (all: PlaceRefusal[]) => new Refused({ code: 'refused' as const, places: all, held });
      if (conflicts.length > 0) throw refused(conflicts);
      const refusals: PlaceRefusal[] = [];
      const put = async (place: BoardPlace, userId: string | null) => {
        const result = await assign(tx, {
          viewer,
          slug,
          teryt: place.teryt,
          area: place.area,
          part: place.part,
          userId,
        });
        if (!result.ok) refusals.push({ place, userId: place.wanted, code: result.error.code });
      };
      for (const place of changed) if (nowOf(place) !== '') await put(place, null);
      for (const place of changed) if (place.wanted !== '') await put(place, place.wanted);
      if (refusals.length > 0) throw refused(refusals);
      return { ok: true, value: { changed: changed.length } };
    }),
  );
}
