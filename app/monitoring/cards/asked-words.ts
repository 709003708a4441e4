import type { Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/translate.ts';
import type { ScorecardDocument } from './scorecard-document.ts';
import { dayWords, instantDay } from './score-words.ts';

/** What a card says of asking the office. Editions released before that was kept know no more than whether a reply came. */
export function askedWords(
  { fieldwork, indicators }: Pick<ScorecardDocument, 'fieldwork' | 'indicators'>,
  { t, locale }: { t: Translate; locale: Locale },
): string {
  const { asked } = fieldwork;
  if (!asked) {
    const replied = indicators.some(({ reply }) => reply !== null && reply.stance !== null);
    return t(replied ? 'publication.asked.replied' : 'publication.asked.unknown');
  }
  const until = asked.until === null ? '' : instantDay(locale, asked.until);
  if (asked.state === 'silent' && asked.deliveredOn)
    return t('publication.asked.silent', { until, delivered: dayWords(locale, asked.deliveredOn) });
  return t(`publication.asked.${asked.state}`, { until });
}
