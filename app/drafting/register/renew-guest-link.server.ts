import { asLocale } from '#app/i18n/locale.ts';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { hashSecret, makeSecret } from '#app/people/secrets.server.ts';
import { guestHours, keptUntil, type GuestPayload } from './guest-payload.ts';
import { mailGuestLink } from './mail-guest-link.server.ts';

type RenewResult = { ok: true } | { ok: false; error: { code: 'gone' } | TooMany };

/**
 * Sends a new link for words whose link is out of time, to the address they were sent from and nowhere else. The moment of sending stays
 * the one that counts. Refused when the words are gone, confirmed, or have a link that works.
 */
export async function renewGuestLink(
  db: Db,
  { secret, now = new Date() }: { secret: string; now?: Date },
): Promise<RenewResult> {
  const secretHash = hashSecret(secret);
  const found = await db.guestFiling.findFirst({ where: { secretHash, codeHash: null } });
  if (!found || found.number !== null) return { ok: false, error: { code: 'gone' } };
  return withinLimit(db, 'guest-letter', { target: found.email, consultation: found.consultationId }, () =>
    transaction(db, async (tx): Promise<RenewResult> => {
      const until = keptUntil(found.sentAt);
      const made = makeSecret();
      const expiresAt = new Date(Math.min(now.getTime() + guestHours * 3_600_000, until.getTime()));
      const renewed = await tx.guestFiling.updateMany({
        where: { id: found.id, secretHash, number: null, expiresAt: { lte: now } },
        data: { secretHash: made.hash, expiresAt },
      });
      if (renewed.count === 0 || until <= now) return { ok: false, error: { code: 'gone' } };
      const { title } = await tx.consultation.findUniqueOrThrow({
        where: { id: found.consultationId },
        select: { title: true },
      });
      await mailGuestLink(tx, {
        teryt: found.teryt,
        title,
        email: found.email,
        locale: asLocale(found.locale),
        secret: made.secret,
        expiresAt,
        count: (found.payload as GuestPayload).points.length,
      });
      return { ok: true };
    }),
  );
}
