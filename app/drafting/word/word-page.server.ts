import { findForOffice } from '#app/drafting/office/office-write.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';

export type WordPage = { slug: string; title: string; version: number; hasUnified: boolean; openAmendments: number };

/** What the office can hand out in Word. For officials of the municipality; for others it does not exist. */
export async function wordPage(db: Db, where: { viewer: Viewer; slug: string }): Promise<WordPage> {
  const { id, slug, title, version } = await findForOffice(db, where);
  return {
    slug,
    title,
    version,
    hasUnified: (await db.unifiedText.count({ where: { consultationId: id, state: 'frozen' } })) > 0,
    openAmendments: await db.remark.count({ where: { consultationId: id, kind: 'amendment', state: 'open' } }),
  };
}
