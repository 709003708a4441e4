import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { recordUserEvent } from '#app/people/record.server.ts';
import type { Viewer } from '#app/people/viewer.ts';

/** The person agrees again to be named beside comments from now on; what lost its name does not get it back. */
export function allowName(db: Db, { viewer }: { viewer: Viewer }): Promise<void> {
  return transaction(db, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: viewer.id, unnamedSince: { not: null } },
      data: { unnamedSince: null },
    });
    if (count > 0) await recordUserEvent(tx, { kind: 'user.name-allowed', userId: viewer.id, actorId: viewer.id });
  });
}
