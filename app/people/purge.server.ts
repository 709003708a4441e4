import type { Db } from '#app/db/client.server.ts';
import { purgeLimits } from '#app/limits/take-limit.server.ts';

/** Days that things about people are kept after their use; the privacy page names the same numbers. */
export const keptDays = { endedSession: 30, link: 7, sentLetter: 30 } as const;

/** Removes what is past its time: ended sessions, dead links, letters sent long ago, counters whose window is over. */
export async function purgeOld(db: Db, now = new Date()): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const session = before(keptDays.endedSession);
  await db.session.deleteMany({ where: { OR: [{ expiresAt: { lt: session } }, { revokedAt: { lt: session } }] } });
  const link = before(keptDays.link);
  await purgeLimits(db);
  await db.emailToken.deleteMany({ where: { OR: [{ expiresAt: { lt: link } }, { usedAt: { lt: link } }] } });
  const letter = before(keptDays.sentLetter);
  // A letter that waits for its hour has a later `runAt`; one that could not be sent has not.
  await db.mailMessage.deleteMany({
    where: { OR: [{ sentAt: { lt: letter } }, { sentAt: null, createdAt: { lt: letter }, runAt: { lt: letter } }] },
  });
}
