import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { translate } from '#app/i18n/translate.ts';
import { takeLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { queueMail } from '#app/mail/queue-mail.server.ts';
import { tokenHours } from './email-token.server.ts';
import { guestLink } from './guest-link.server.ts';
import { recordUserEvent } from './record.server.ts';

/** A second letter within this time would only fill the mailbox. */
const pauseMs = 2 * 60_000;

export type Asked = { ok: true } | { ok: false; error: TooMany };

/** Sends a guest a new link to come in by; for any other address nothing goes out and nobody can tell. Bounded alike for all addresses. */
export async function requestGuestLink(db: Db, input: { email: string; next: string }): Promise<Asked> {
  const taken = await takeLimit(db, 'guest-link', { target: input.email });
  if (!taken.ok) return taken;
  await sendLink(db, input);
  return { ok: true };
}

function sendLink(db: Db, input: { email: string; next: string }): Promise<void> {
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
