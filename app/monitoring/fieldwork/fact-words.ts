import { formatDate } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Paths } from '#app/i18n/paths.ts';
import type { Translate } from '#app/i18n/translate.ts';
import type { PlatformFact } from './platform-facts.ts';

/** A fact in a sentence, without the title of its consultation. */
export function factWords({ t, locale }: { t: Translate; locale: Locale }, { kind, params }: PlatformFact): string {
  const told = Object.entries(params).map(
    ([name, value]) => [name, typeof value === 'string' ? formatDate(locale, new Date(value)) : value] as const,
  );
  return t(`fieldwork.fact.${kind}`, Object.fromEntries(told));
}

/** The page of this installation that shows the fact. */
export function factPath(to: Paths, { kind, slug }: PlatformFact): string {
  if (kind === 'changes') return to.versions(slug);
  return kind === 'term' || kind === 'stage' ? to.consultation(slug) : to.remarks(slug);
}
