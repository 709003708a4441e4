import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { teamIds, type Viewer } from '#app/people/viewer.ts';
import type { Words } from '../cards/scorecard-document.ts';
import { listUndeclared } from './declare-no-ties.server.ts';
import { listTies, type DeclaredTie } from './find-ties.server.ts';

export type TiesPage = {
  ties: (DeclaredTie & { municipality: string })[];
  municipalities: { teryt: string; name: string }[];
  /** Editions being coded with municipalities of which the viewer said nothing yet, and how many these are. */
  undeclared: { slug: string; title: Words; rest: number }[];
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
  const editions = await db.edition.findMany({
    where: { state: 'coding', teamId: { in: teamIds(viewer) } },
    orderBy: { createdAt: 'desc' },
    select: { slug: true, titlePl: true, titleEn: true },
  });
  const undeclared: TiesPage['undeclared'] = [];
  for (const { slug, titlePl: pl, titleEn: en } of editions) {
    const { teryts } = await listUndeclared(db, { viewer, slug });
    if (teryts.length > 0) undeclared.push({ slug, title: { pl, en }, rest: teryts.length });
  }
  return {
    municipalities,
    undeclared,
    ties: ties.map((tie) => ({ ...tie, municipality: names.get(tie.teryt) ?? tie.teryt })),
  };
}
