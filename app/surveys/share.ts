import { formatNumber } from '#app/i18n/numbers.ts';
import type { Locale } from '#app/i18n/locale.ts';

/** A part of a whole as a percentage without decimals, „46%”; „–” of nothing. */
export function shareOf(locale: Locale, count: number, base: number): string {
  return base === 0 ? '–' : `${formatNumber(locale, Math.round((100 * count) / base))}%`;
}
