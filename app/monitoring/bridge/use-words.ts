import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import type { Words } from '../cards/scorecard-document.ts';

/** Language, addresses and messages, and the reader's side of words kept in both languages. */
export function useWords() {
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  return { locale, t, to, say: (words: Words) => words[locale] };
}
