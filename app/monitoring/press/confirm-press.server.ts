import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import { hashSecret } from '#app/people/secrets.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { releaseStageOf } from '../access/release-stage.ts';
import { queueReleaseLetters } from '../letters/release-letters.server.ts';

/** How long the link of a confirmation letter works. */
const CONFIRM_HOURS = 48;

export type PressAddress = { email: string; isConfirmed: boolean };

/** The address a confirmation link speaks of; null for a link that is unknown, of another edition or too old. */
export async function inspectPressLink(
  db: Db,
  { slug, secret, now = new Date() }: { slug: string; secret: string; now?: Date },
): Promise<PressAddress | null> {
  const row = await db.pressSubscription.findFirst({
    where: {
      secretHash: hashSecret(secret),
      askedAt: { gt: new Date(now.getTime() - CONFIRM_HOURS * 3_600_000) },
      edition: { slug, state: 'frozen' },
    },
    select: { email: true, confirmedAt: true, endedAt: true },
  });
  return row && { email: row.email, isConfirmed: row.confirmedAt !== null && row.endedAt === null };
}

/** Puts the address on the list; before the release its letter waits for the hour. A second time changes nothing. False for a link as above. */
export async function confirmPress(
  db: Db,
  { slug, secret, now = new Date() }: { slug: string; secret: string; now?: Date },
): Promise<boolean> {
  await requireLimit(db, 'letter-link', {});
  return transaction(db, async (tx) => {
    const link = await inspectPressLink(tx, { slug, secret, now });
    if (!link) return false;
    const row = await tx.pressSubscription.findUniqueOrThrow({
      where: { secretHash: hashSecret(secret) },
      select: { id: true, editionId: true, edition: { select: { state: true, publishedAt: true } } },
    });
    const { count } = await tx.pressSubscription.updateMany({
      where: { id: row.id, OR: [{ confirmedAt: null }, { endedAt: { not: null } }] },
      data: { confirmedAt: now, endedAt: null },
    });
    if (count === 0) return true;
    await recordEvent(tx, {
      editionId: row.editionId,
      kind: 'press-confirmed',
      subject: { type: 'press-subscription', id: row.id },
    });
    if (releaseStageOf(row.edition, now) === 'scheduled')
      await queueReleaseLetters(tx, { editionId: row.editionId, subscriptionId: row.id });
    return true;
  });
}
