import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';

/** Id and municipality of a consultation for an official of that municipality; for everybody else it does not exist. */
export async function requireOffice(
  db: Db,
  { viewer, slug }: { viewer: Viewer; slug: string },
): Promise<{ id: string; teryt: string; title: string }> {
  const consultation = await db.consultation.findUnique({
    where: { slug },
    select: { id: true, teryt: true, title: true },
  });
  if (!consultation || !isOfficialOf(viewer, consultation.teryt)) throw notFound('not an official here');
  return consultation;
}
