import type { Db } from '#app/db/client.server.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translate } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMail } from '#app/mail/queue-mail.server.ts';
import { guestHours } from './guest-payload.ts';

type Link = {
  teryt: string;
  title: string;
  email: string;
  locale: Locale;
  secret: string;
  expiresAt: Date;
  count: number;
};

/** The letter with the link that puts what a guest sent in the register. */
export async function mailGuestLink(tx: Db, link: Link): Promise<void> {
  const { teryt, title, email, locale, secret, expiresAt, count } = link;
  await queueMail(tx, {
    to: email,
    locale,
    teryt,
    toOffice: true,
    subject: translate(locale, 'register.mail.guest.subject', { title }),
    body: translate(locale, 'register.mail.guest.body', {
      title,
      link: absoluteUrl(paths(locale).guestConfirm(secret)),
      until: formatDateTime(locale, expiresAt),
      hours: guestHours,
      count,
    }),
  });
}
