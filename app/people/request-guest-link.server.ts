import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { translate } from '#app/i18n/translate.ts';
import { queueMail } from '#app/mail/queue-mail.server.ts';
import { tokenHours } from './email-token.server.ts';
import { guestLink } from './guest-link.server.ts';
import { recordUserEvent } from './record.server.ts';

/** A second letter within this time would only fill the mailbox. */
const pauseMs = 2 * 60_000;

/** Sends a guest a new link to come in by; for any other address nothing goes out and nobody can tell. */
export function requestGuestLink(db: Db, input: { email: string; next: string }): Promise<void> {
  return transaction(db, async (tx) => {
    const guest = await tx.user.findFirst({
      where: { email: input.email.trim().toLowerCase(), isGuest: true, disabledAt: null }, select: { id: true, email: true, locale: true },
    });
    if (!guest) return;
    const recent = await tx.emailToken.count({
      where: { userId: guest.id, purpose: 'guest-sign-in', usedAt: null, createdAt: { gt: new Date(Date.now() - pauseMs) } },
    });
    if (recent > 0) return;
    const locale = guest.locale === 'en' ? 'en' : 'pl';
    const link = await guestLink(tx, { userId: guest.id, locale, next: input.next });
    await queueMail(tx, {
      to: guest.email, locale, subject: translate(locale, 'register.mail.link.subject'),
      body: translate(locale, 'register.mail.link.body', { link, days: tokenHours['guest-sign-in'] / 24 }),
    });
    await recordUserEvent(tx, { kind: 'user.link-requested', userId: guest.id, actorId: null });
  });
}
