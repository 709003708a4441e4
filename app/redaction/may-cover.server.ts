import type { Db } from '#app/db/client.server.ts';
import { isAdmin, officialTeryts, type Viewer } from '#app/people/viewer.ts';

/** Whether a person may cover words in a consultation: an official of its municipality, or an administrator. */
export async function mayCoverIn(db: Db, { viewer, slug }: { viewer: Viewer | null; slug: string }): Promise<boolean> {
  if (!viewer) return false;
  return (
    isAdmin(viewer) || (await db.consultation.count({ where: { slug, teryt: { in: officialTeryts(viewer) } } })) > 0
  );
}
