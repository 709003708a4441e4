import type { Db } from '#app/db/client.server.ts';

/** Days that the log of messages is kept; the privacy page names the number. */
export const deliveryDays = 90;

/** Removes old lines of the log. The look at the record goes back ten minutes, so nothing is told twice for it. */
export async function purgeDeliveries(db: Db, now = new Date()): Promise<void> {
  await db.webhookDelivery.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - deliveryDays * 86_400_000) } },
  });
}
