import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import { hashSecret } from '#app/people/secrets.server.ts';
import { releaseStageOf } from '../access/release-stage.ts';

export type EmbargoOpening = {
  slug: string;
  titlePl: string;
  titleEn: string;
  team: string;
  name: string;
  /** ISO instant. */ until: string;
  isOver: boolean;
};

/** What a link opens; null for one that was revoked or never was. Reading it is not yet an opening: scanners of mail read links too. */
export async function inspectEmbargoLink(
  db: Db,
  { secret, now = new Date() }: { secret: string; now?: Date },
): Promise<EmbargoOpening | null> {
  const link = await db.embargoLink.findFirst({
    where: { secretHash: hashSecret(secret), revokedAt: null, edition: { state: 'frozen' } },
    select: {
      name: true,
      edition: {
        select: {
          slug: true,
          titlePl: true,
          titleEn: true,
          state: true,
          publishedAt: true,
          team: { select: { name: true } },
        },
      },
    },
  });
  if (!link?.edition.publishedAt) return null;
  const { edition } = link;
  return {
    slug: edition.slug,
    titlePl: edition.titlePl,
    titleEn: edition.titleEn,
    team: edition.team.name,
    name: link.name,
    until: link.edition.publishedAt.toISOString(),
    isOver: releaseStageOf(edition, now) === 'public',
  };
}

/** Opens a link and writes the opening down; null as above. */
export async function openEmbargoLink(
  db: Db,
  { secret, now = new Date() }: { secret: string; now?: Date },
): Promise<EmbargoOpening | null> {
  await requireLimit(db, 'letter-link', {});
  return transaction(db, async (tx) => {
    const opening = await inspectEmbargoLink(tx, { secret, now });
    if (!opening) return null;
    const { id } = await tx.embargoLink.findUniqueOrThrow({
      where: { secretHash: hashSecret(secret) },
      select: { id: true },
    });
    await tx.embargoOpening.create({ data: { linkId: id, at: now } });
    return opening;
  });
}
