import type { Locale } from '#app/i18n/locale.ts';
import { localDecimal } from '#app/i18n/numbers.ts';
import type { Translate } from '#app/i18n/translate.ts';
import type { Reliability } from '../scoring/reliability.ts';

/** Pairs and agreement first, then alpha with its interval, then what it is good for: alpha never stands alone. */
export function agreementWords(
  { units, agreement, alpha, reason }: Reliability,
  { t, locale }: { t: Translate; locale: Locale },
): string {
  const decimal = (value: number) => localDecimal(locale, value.toFixed(2));
  const pairs =
    agreement === null
      ? t('publication.alpha.no-pairs')
      : t('publication.alpha.pairs', { count: units, percent: Math.round(agreement * 100) });
  if (alpha === null) return reason && reason !== 'no-pairs' ? `${pairs}; ${t(`publication.alpha.${reason}`)}` : pairs;
  const interval = alpha.from === null || alpha.to === null ? '' : ` (${decimal(alpha.from)}–${decimal(alpha.to)})`;
  return `${pairs}; ${t('publication.alpha.value', { value: `${decimal(alpha.value)}${interval}` })}, ${t(`publication.alpha.${alpha.reading}`)}`;
}
