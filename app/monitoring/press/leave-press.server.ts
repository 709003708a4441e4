import type { Db } from '#app/db/client.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { dropReleaseLetters } from '../letters/release-letters.server.ts';

/** The address a leaving link takes off the list; null when there is no such link. */
export async function findPressLeaver(
  db: Db,
  { slug, secret }: { slug: string; secret: string },
): Promise<{ email: string; isGone: boolean } | null> {
  const row = await db.pressSubscription.findFirst({
    where: { leaveSecret: secret, edition: { slug } },
    select: { email: true, endedAt: true },
  });
  return row && { email: row.email, isGone: row.endedAt !== null };
}

/** Takes an address off the press list; a letter that still waits is not sent. A second time changes nothing. False without such a link. */
export async function leavePress(
  db: Db,
  { slug, secret, now = new Date() }: { slug: string; secret: string; now?: Date },
): Promise<boolean> {
  await requireLimit(db, 'letter-link', {});
  return transaction(db, async (tx) => {
    const row = await tx.pressSubscription.findFirst({
      where: { leaveSecret: secret, edition: { slug } },
      select: { id: true, editionId: true },
    });
    if (!row) return false;
    const { count } = await tx.pressSubscription.updateMany({
      where: { id: row.id, endedAt: null },
      data: { endedAt: now },
    });
    if (count === 0) return true;
    await dropReleaseLetters(tx, { editionId: row.editionId, subscriptionId: row.id });
    await recordEvent(tx, {
      editionId: row.editionId,
      kind: 'press-left',
      subject: { type: 'press-subscription', id: row.id },
    });
    return true;
  });
}
