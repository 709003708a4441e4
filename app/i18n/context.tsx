import { createContext, useContext, useMemo } from 'react';
import { paths } from '#app/i18n/paths.ts';
import type { Locale } from './locale.ts';
import { translator, type Translate } from './translate.ts';
import { bindSpaces } from './typography.ts';

const LocaleContext = createContext<Locale>('pl');
export const LocaleProvider = LocaleContext.Provider;

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** Messages as they stand on a page: no line of it ends with a word of one letter, or between a figure and what it counts. */
export function useT(): Translate {
  const locale = useLocale();
  return useMemo(() => {
    const t = translator(locale);
    return (key, params) => bindSpaces(t(key, params));
  }, [locale]);
}

/** Addresses in the reader's language. */
export function usePaths() {
  const locale = useLocale();
  return useMemo(() => paths(locale), [locale]);
}
