import { forgetFrozen } from '#app/record/covered/cover-places.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, editionScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { getLedEdition } from '../access/edition-access.server.ts';
import { dropReleaseLetters } from '../letters/release-letters.server.ts';

export type CancelReleaseResult = { ok: true } | { ok: false; error: { code: 'not-scheduled' | 'rescheduled' } };

export type CancelRelease = {
  viewer: Viewer;
  slug: string;
  /** The hour that was on the page, an ISO instant: a release scheduled anew since is another one. */ shown: string;
  now?: Date;
};

/**
 * Takes a scheduled release back to coding: frozen cards and files go, embargo links stop, letters that wait are not sent. Only
 * before the hour; once an edition has been public it is immutable, and what is wrong in it is corrected in the open.
 */
export async function cancelRelease(
  db: Db,
  { viewer, slug, shown, now = new Date() }: CancelRelease,
): Promise<CancelReleaseResult> {
  const edition = await getLedEdition(db, { slug, viewer });
  return transaction(db, async (tx): Promise<CancelReleaseResult> => {
    const scheduled = { id: edition.id, teamId: edition.teamId, state: 'frozen', publishedAt: { gt: now } };
    const [row] = await tx.$queryRaw<
      { publishedAt: Date | null }[]
    >`select "publishedAt" from "Edition" where id = ${edition.id}::uuid and state = 'frozen' for update`;
    if (row?.publishedAt && row.publishedAt > now && row.publishedAt.toISOString() !== shown)
      return { ok: false, error: { code: 'rescheduled' } };
    const { count } = await tx.edition.updateMany({
      where: scheduled,
      data: { state: 'coding', publishedAt: null, publishedById: null, fieldwork: Prisma.DbNull, fieldworkHash: null },
    });
    if (count !== 1) return { ok: false, error: { code: 'not-scheduled' } };
    const own = { where: { editionId: edition.id } };
    await forgetFrozen(tx, edition.id);
    await tx.scorecard.deleteMany(own);
    await tx.editionFile.deleteMany(own);
    await tx.editionIssue.deleteMany(own);
    await dropReleaseLetters(tx, { editionId: edition.id });
    const revoked = await tx.embargoLink.updateMany({
      where: { editionId: edition.id, revokedAt: null },
      data: { revokedAt: now },
    });
    await recordEvent(tx, {
      editionId: edition.id,
      actorId: viewer.id,
      kind: 'edition-release-cancelled',
      subject: { type: 'edition', id: edition.id },
      data: { embargoLinks: revoked.count },
    });
    await bumpRevision(tx, editionScope(slug));
    return { ok: true };
  });
}
