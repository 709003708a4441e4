import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { teamIds, type Viewer } from '#app/people/viewer.ts';
import { listTies, type DeclaredTie } from './find-ties.server.ts';

export type TiesPage = {
  ties: (DeclaredTie & { municipality: string })[];
  municipalities: { teryt: string; name: string }[];
};

/** The viewer's declarations in force, and the municipalities of their teams' editions, about which one can be made. */
export async function getTiesPage(db: Db, { viewer }: { viewer: Viewer }): Promise<TiesPage> {
  if (teamIds(viewer).length === 0) throw notFound('not in a team');
  const ties = await listTies(db, { userId: viewer.id });
  const units = await db.editionUnit.findMany({
    where: { edition: { teamId: { in: teamIds(viewer) } } },
    distinct: ['teryt'],
    select: { teryt: true },
  });
  const municipalities = await db.municipality.findMany({
    where: { teryt: { in: [...units, ...ties].map((row) => row.teryt) } },
    orderBy: [{ searchKey: 'asc' }, { teryt: 'asc' }],
    select: { teryt: true, name: true },
  });
  const names = new Map(municipalities.map((row) => [row.teryt, row.name]));
  return { municipalities, ties: ties.map((tie) => ({ ...tie, municipality: names.get(tie.teryt) ?? tie.teryt })) };
}
