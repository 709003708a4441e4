import { localeOfPath } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';

/** What the head of a page is written with: addresses and words of its language, and the issue that was asked for. */
export function metaPlace({ siteOrigin, asked }: { siteOrigin: string; asked: number | null }, path: string) {
  const locale = localeOfPath(path);
  return { origin: siteOrigin, asked, to: paths(locale), locale, t: translator(locale) };
}
