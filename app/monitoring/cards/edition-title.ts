import type { Locale } from '#app/i18n/locale.ts';

/** What an edition is called in the reader's language. */
export function editionTitle(locale: Locale, { titlePl, titleEn }: { titlePl: string; titleEn: string }): string {
  return locale === 'pl' ? titlePl : titleEn;
}
