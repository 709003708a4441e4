import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Words } from '../cards/scorecard-document.ts';

/** Title of an edition that has a press list: one announced or released. Throws not found. */
export async function getPressTitle(db: Db, { slug }: { slug: string }): Promise<Words> {
  const row = await db.edition.findFirst({
    where: { slug, state: 'frozen' },
    select: { titlePl: true, titleEn: true },
  });
  if (!row) throw notFound(`no edition ${slug} with a press list`);
  return { pl: row.titlePl, en: row.titleEn };
}
