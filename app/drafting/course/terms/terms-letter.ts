import { formatDateTime } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { movedTerms, termLines } from './moved-terms.ts';

type Changed = Parameters<typeof movedTerms>[0] & { title: string; reason: string; madeAt: Date };

/** What authors are told when announced terms change, by e-mail and on paper alike. */
export function termsLetter(
  { title, reason, madeAt, ...change }: Changed,
  t: Translate,
  locale: Locale,
): { subject: string; body: string } {
  const { closesAfter, answersDueAfter } = change;
  return {
    subject: t('terms.mail.subject', { title }),
    body: [
      t('terms.mail.body', { title }),
      termLines(movedTerms(change), t, locale),
      `${t('terms.mail.reason')}:\n${reason}`,
      t(madeAt < closesAfter ? 'terms.mail.open' : 'terms.mail.closed', {
        closes: formatDateTime(locale, closesAfter),
        answers: formatDateTime(locale, answersDueAfter),
      }),
    ].join('\n\n'),
  };
}
