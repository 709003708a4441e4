import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Stance } from './set-support.server.ts';
import { noSupport, supportCounts, type SupportCounts } from './support-counts.server.ts';
import { wordingHashes } from './wording-hashes.server.ts';

export type SupportBox = {
  counts: SupportCounts;
  /** Hash of the words shown: a voice is given to these and no others. */
  wordingHash: string;
  /** What the person who looks has said, and whether of these very words. */
  own: { stance: Stance; isCurrent: boolean } | null;
};

/** Voices on a remark, and the viewer's own. Throws not-found. */
export async function loadSupportBox(
  db: Db,
  where: { slug: string; number: number; viewerId: string | null },
): Promise<SupportBox> {
  const remark = await db.remark.findFirst({
    where: { number: where.number, consultation: { slug: where.slug } },
    select: { id: true },
  });
  if (!remark) throw notFound('no such remark');
  const wordingHash = (await wordingHashes(db, [remark.id])).get(remark.id) ?? '';
  const own = where.viewerId
    ? await db.support.findUnique({
        where: { remarkId_userId: { remarkId: remark.id, userId: where.viewerId } },
        select: { stance: true, wordingHash: true },
      })
    : null;
  return {
    counts: (await supportCounts(db, [remark.id])).get(remark.id) ?? noSupport,
    wordingHash,
    own: own && {
      stance: own.stance === 'objection' ? 'objection' : 'support',
      isCurrent: own.wordingHash === wordingHash,
    },
  };
}
