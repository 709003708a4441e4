import { createContext, useContext, useMemo } from 'react';
import { paths } from '#app/i18n/paths.ts';
import type { Locale } from './locale.ts';
import { translator, type Translate } from './translate.ts';

const LocaleContext = createContext<Locale>('pl');
export const LocaleProvider = LocaleContext.Provider;

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

export function useT(): Translate {
  const locale = useLocale();
  return useMemo(() => translator(locale), [locale]);
}

/** Addresses in the reader's language. */
export function usePaths() {
  const locale = useLocale();
  return useMemo(() => paths(locale), [locale]);
}
