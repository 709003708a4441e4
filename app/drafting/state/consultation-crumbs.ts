import type { Paths } from '#app/i18n/paths.ts';
import type { Translate } from '#app/i18n/translate.ts';

type Crumb = { label: string; to?: string; lang?: 'pl' };

/** The way to a page of a consultation: all consultations, this one, then what the page is. */
export function consultationCrumbs(
  { t, to }: { t: Translate; to: Paths },
  { slug, title }: { slug: string; title: string },
  ...rest: Crumb[]
): Crumb[] {
  return [
    { label: t('consultations.title'), to: to.consultations() },
    { label: title, to: to.consultation(slug), lang: 'pl' },
    ...rest,
  ];
}
