import { formatDateTime } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/translate.ts';

type Terms = { title: string; closesAt: Date; answersDueAt: Date; reason: string };

/** What authors are told when announced terms change, by e-mail and on paper alike. */
export function termsLetter(
  { title, closesAt, answersDueAt, reason }: Terms,
  t: Translate,
  locale: Locale,
): { subject: string; body: string } {
  return {
    subject: t('terms.mail.subject', { title }),
    body: [
      t('terms.mail.body', {
        title,
        closes: formatDateTime(locale, closesAt),
        answers: formatDateTime(locale, answersDueAt),
      }),
      `${t('terms.reason')}:\n${reason}`,
    ].join('\n\n'),
  };
}
