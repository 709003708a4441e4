import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { getTeamEdition } from '../access/edition-access.server.ts';
import type { BarredPage } from './barred-view.tsx';
import { findBarringTie } from './find-ties.server.ts';

export type Barred = { edition: { slug: string; titlePl: string; titleEn: string }; barred: BarredPage };

/** What somebody with a tie is shown instead of a municipality's page; null when nothing bars them. */
export async function findBarred(
  db: Db,
  { viewer, slug, teryt }: { viewer: Viewer; slug: string; teryt: string },
): Promise<Barred | null> {
  const edition = await getTeamEdition(db, { slug, viewer });
  const tie = await findBarringTie(db, { userId: viewer.id, teryt, measuredFrom: edition.measuredFrom });
  const municipality =
    tie && (await db.municipality.findUnique({ where: { teryt }, select: { teryt: true, name: true } }));
  if (!tie || !municipality || tie.kind === 'none') return null;
  const { words, since, until, declaredAt, kind } = tie;
  return {
    edition: { slug, titlePl: edition.titlePl, titleEn: edition.titleEn },
    barred: { municipality, tie: { kind, words, since, until, declaredAt } },
  };
}
