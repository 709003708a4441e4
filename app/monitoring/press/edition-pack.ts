import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import { apaCitation, bibtexCitation } from './citation.ts';
import { embedCode } from './embed-code.ts';

export type EditionPack = { apa: string; bibtex: string; embedCode: string };

/** What a journalist takes from the page of an edition, besides its files. */
export function editionPack(
  manifest: EditionManifest,
  { origin, locale }: { origin: string; locale: Locale },
): EditionPack {
  const to = paths(locale);
  const { edition, issue } = manifest;
  const cited = { edition, issue, part: null, url: origin + to.edition(edition.slug), locale };
  return {
    apa: apaCitation(cited),
    bibtex: bibtexCitation(cited),
    embedCode: embedCode({ origin, path: to.embed(edition.slug), title: edition.title[locale] }),
  };
}
