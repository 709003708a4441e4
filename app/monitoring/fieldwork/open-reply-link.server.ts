import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import { noteReceipt } from './confirm-receipt.server.ts';
import { findLink } from './office-round.server.ts';

/** Opens a link: the questions have come, and the day of it is written down. False for one that does not hold. */
export async function openReplyLink(
  db: Db,
  { secret, now = new Date() }: { secret: string; now?: Date },
): Promise<boolean> {
  await requireLimit(db, 'letter-link', {});
  return transaction(db, async (tx) => {
    const link = await findLink(tx, secret, now);
    if (!link) return false;
    const { teryt, editionId, edition } = await tx.replyRound.findUniqueOrThrow({
      where: { id: link.roundId },
      select: { teryt: true, editionId: true, edition: { select: { state: true } } },
    });
    await tx.replyLink.updateMany({ where: { id: link.id, openedAt: null }, data: { openedAt: now } });
    if (edition.state === 'coding')
      await noteReceipt(tx, { roundId: link.roundId, teryt, editionId, actorId: null, by: null, now });
    return true;
  });
}
