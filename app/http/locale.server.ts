import { notFound } from '#app/errors/app-error.ts';
import { localeOfParam, type Locale } from '#app/i18n/locale.ts';
import { paths, type Paths } from '#app/i18n/paths.ts';
import { translator, type Translate } from '#app/i18n/translate.ts';

/** Language of a route's optional first segment; any other word there is an unknown page. */
function localeOf(params: { lang?: string | undefined }): Locale {
  const locale = localeOfParam(params.lang);
  if (!locale) throw notFound(`no language ${params.lang}`);
  return locale;
}

/** Language, addresses and words for a loader or an action. */
export function inLocale(params: { lang?: string | undefined }): { locale: Locale; to: Paths; t: Translate } {
  const locale = localeOf(params);
  return { locale, to: paths(locale), t: translator(locale) };
}
