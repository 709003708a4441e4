import type { Db } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/is-uuid.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { getLedEdition } from '../access/edition-access.server.ts';
import { dropReleaseLetters } from '../letters/release-letters.server.ts';

/** Takes an embargo link back at once, also from whoever has opened it already; a second time says so. */
export async function revokeEmbargoLink(
  db: Db,
  { viewer, slug, id }: { viewer: Viewer; slug: string; id: string },
): Promise<{ ok: true } | { ok: false; error: { code: 'revoked-already' } }> {
  const edition = await getLedEdition(db, { slug, viewer });
  if (!isUuid(id)) throw notFound('no such link');
  return transaction(db, async (tx) => {
    const link = await tx.embargoLink.findFirst({ where: { id, editionId: edition.id }, select: { revokedAt: true } });
    if (!link) throw notFound('no such link');
    const { count } = await tx.embargoLink.updateMany({
      where: { id, editionId: edition.id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count !== 1) return { ok: false, error: { code: 'revoked-already' } };
    await dropReleaseLetters(tx, { editionId: edition.id, embargoLinkId: id });
    await recordEvent(tx, {
      editionId: edition.id,
      actorId: viewer.id,
      kind: 'embargo-link-revoked',
      subject: { type: 'embargo-link', id: id },
    });
    return { ok: true };
  });
}
