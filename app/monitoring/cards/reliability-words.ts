import type { Locale } from '#app/i18n/locale.ts';
import { formatNumber, localDecimal } from '#app/i18n/numbers.ts';
import type { Translate } from '#app/i18n/translate.ts';
import type { EditionReliability } from './edition-reliability.ts';

type Measured = Pick<EditionReliability['areas'][number], 'pairs' | 'equal' | 'levels'>;

/**
 * Pairs and agreement first, then alpha with its interval, then what it is good for: alpha never stands alone. Pairs are counted as in the
 * table of the edition; where one of the two gave no level, alpha rests on fewer, and says so.
 */
export function agreementWords(
  { pairs: all, equal, levels: { units, alpha, reason } }: Measured,
  { t, locale }: { t: Translate; locale: Locale },
): string {
  const decimal = (value: number) => localDecimal(locale, value.toFixed(2));
  const pairs =
    all === 0
      ? t('publication.alpha.no-pairs')
      : t('publication.alpha.pairs', { count: all, percent: formatNumber(locale, (100 * equal) / all) });
  if (alpha === null) return reason && reason !== 'no-pairs' ? `${pairs}; ${t(`publication.alpha.${reason}`)}` : pairs;
  const interval = alpha.from === null || alpha.to === null ? '' : ` (${decimal(alpha.from)}–${decimal(alpha.to)})`;
  const base = units === all ? '' : ` ${t('publication.alpha.of', { count: units })}`;
  return `${pairs}; ${t('publication.alpha.value', { value: `${decimal(alpha.value)}${interval}` })}${base}, ${t(`publication.alpha.${alpha.reading}`)}`;
}
