/** Polish is the default and has no prefix; English lives under /en. */
export const locales = ['pl', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A language as it is kept beside a person or asked for in an address; Polish where it is none of ours. */
export function asLocale(kept: unknown): Locale {
  return kept === 'en' ? 'en' : 'pl';
}

/** Locale of the optional first segment of an address; null when the segment is not a language. */
export function localeOfParam(param: string | undefined): Locale | null {
  if (param === undefined) return 'pl';
  return param === 'en' ? 'en' : null;
}

export function localeOfPath(pathname: string): Locale {
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'pl';
}

/** The same page in a language: '/en/x' ↔ '/x'. */
export function pathInLocale(pathname: string, locale: Locale): string {
  const bare = localeOfPath(pathname) === 'en' ? pathname.slice(3) || '/' : pathname;
  if (locale === 'pl') return bare;
  return bare === '/' ? '/en' : `/en${bare}`;
}
