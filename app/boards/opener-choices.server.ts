import type { Db } from '#app/db/client.server.ts';
import { organisationOf, type Viewer } from '#app/people/viewer.ts';
import { openersOf } from './board.ts';
import { openerValue, type OpenerChoice } from './new-board.ts';

/** As what somebody can open a board, by the names that pages show. */
export async function openerChoices(db: Db, viewer: Viewer): Promise<OpenerChoice[]> {
  const openers = openersOf(viewer);
  const offices = await db.municipality.findMany({
    where: { teryt: { in: openers.flatMap(({ teryt }) => teryt ?? []) } },
    select: { teryt: true, name: true },
  });
  const teams = await db.team.findMany({
    where: { id: { in: openers.flatMap(({ teamId }) => teamId ?? []) } },
    select: { id: true, name: true },
  });
  return openers.map((opener) => ({
    value: openerValue(opener),
    as: opener.as,
    name:
      opener.as === 'office'
        ? (offices.find(({ teryt }) => teryt === opener.teryt)?.name ?? '')
        : opener.as === 'team'
          ? (teams.find(({ id }) => id === opener.teamId)?.name ?? '')
          : (organisationOf(viewer) ?? ''),
  }));
}
