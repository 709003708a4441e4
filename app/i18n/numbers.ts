import type { Locale } from './locale.ts';

const tags: Record<Locale, string> = { pl: 'pl-PL', en: 'en-GB' };

/** „1 249" / "1,249"; `decimals` fixes the digits after the point: „49,5" / "49.5". The minus is a true minus. */
export function formatNumber(locale: Locale, value: number, decimals = 0): string {
  const text = new Intl.NumberFormat(tags[locale], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: 'always',
    signDisplay: 'negative',
  }).format(value);
  return text.replace(/^-/, '\u2212');
}

/** A figure computed elsewhere as "49.5", written the reader's way, digit for digit. */
export function localDecimal(locale: Locale, display: string): string {
  return (locale === 'pl' ? display.replace('.', ',') : display).replace(/^-/, '\u2212');
}

/** Size of a file: „412 kB", „1,8 MB"; in thousands, as browsers show it. */
export function formatBytes(locale: Locale, bytes: number): string {
  return bytes < 1_000_000
    ? `${formatNumber(locale, Math.max(1, Math.round(bytes / 1000)))}\u00a0kB`
    : `${formatNumber(locale, bytes / 1_000_000, 1)}\u00a0MB`;
}
