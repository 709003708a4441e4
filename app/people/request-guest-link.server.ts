import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { asLocale, type Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
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

/** Pages that a guest has something to do on; every part but the name of the consultation is a word of ours or a number. */
const guestPage =
  /^(?:\/en)?\/konsultacje\/([a-z0-9-]{1,80})(?:\/(?:j|uwagi|pisma|poprawka|komentarz|nowa|[1-9]\d{0,8}))*$/;

/** Where the link leads. Anybody can ask for the letter, so it must not carry words that they put into an address. */
async function knownPage(tx: Db, next: string, locale: Locale): Promise<string> {
  const path = next.slice(0, 300).split(/[?#]/)[0] ?? '';
  const slug = guestPage.exec(path)?.[1];
  const isKnown = slug !== undefined && (await tx.consultation.count({ where: { slug } })) > 0;
  return isKnown ? path : paths(locale).account();
}

function sendLink(db: Db, input: { email: string; next: string }): Promise<void> {
  return transaction(db, async (tx) => {
    const guest = await tx.user.findFirst({
      where: { email: input.email.trim().toLowerCase(), isGuest: true, disabledAt: null },
      select: { id: true, email: true, locale: true },
    });
    if (!guest) return;
    const recent = await tx.emailToken.count({
      where: {
        userId: guest.id,
        purpose: 'guest-sign-in',
        usedAt: null,
        createdAt: { gt: new Date(Date.now() - pauseMs) },
      },
    });
    if (recent > 0) return;
    const locale = asLocale(guest.locale);
    const link = await guestLink(tx, { userId: guest.id, locale, next: await knownPage(tx, input.next, locale) });
    await queueMail(tx, {
      to: guest.email,
      locale,
      subject: translate(locale, 'register.mail.link.subject'),
      body: translate(locale, 'register.mail.link.body', { link, days: tokenHours['guest-sign-in'] / 24 }),
    });
    await recordUserEvent(tx, { kind: 'user.link-requested', userId: guest.id, actorId: null });
  });
}
