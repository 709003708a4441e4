import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isAdmin, isOfficialOf, type Viewer } from '#app/people/viewer.ts';

/** Id of a remark for those who may cover words in it; throws not-found for everybody else. */
export async function remarkToCover(
  db: Db,
  { viewer, slug, number }: { viewer: Viewer; slug: string; number: number },
): Promise<string> {
  const remark = await db.remark.findFirst({
    where: { number, consultation: { slug } },
    select: { id: true, teryt: true },
  });
  if (!remark || !(isOfficialOf(viewer, remark.teryt) || isAdmin(viewer)))
    throw notFound('no such remark for this person');
  return remark.id;
}
