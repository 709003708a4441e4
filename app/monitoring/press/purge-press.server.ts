import type { Db } from '#app/db/client.server.ts';

/** Days that addresses of journalists are kept after their use; the privacy page names the same numbers. */
export const pressDays = { unconfirmed: 7, ended: 30, embargo: 90 } as const;

/** Removes addresses that nobody confirmed, those that left a list, and who was let in before a release that is long past. */
export async function purgePress(db: Db, now = new Date()): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await db.pressSubscription.deleteMany({
    where: {
      OR: [
        { confirmedAt: null, askedAt: { lt: before(pressDays.unconfirmed) } },
        { endedAt: { lt: before(pressDays.ended) } },
      ],
    },
  });
  const link = { edition: { state: 'frozen', publishedAt: { lt: before(pressDays.embargo) } } };
  await db.embargoOpening.deleteMany({ where: { link } });
  await db.embargoLink.deleteMany({ where: link });
}
