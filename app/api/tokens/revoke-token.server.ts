import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { recordUserEvent } from '#app/people/record.server.ts';
import type { Viewer } from '#app/people/viewer.ts';

/** Ends one of the viewer's own tokens at once. */
export async function revokeToken(
  db: Db,
  { viewer, id, now = new Date() }: { viewer: Viewer; id: string; now?: Date },
): Promise<void> {
  await transaction(db, async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id, userId: viewer.id, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) throw notFound('no such token');
    await recordUserEvent(tx, {
      kind: 'user.token-revoked',
      userId: viewer.id,
      actorId: viewer.id,
      data: { token: id },
    });
  });
}
