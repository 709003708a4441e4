import type { Locale } from '#app/i18n/locale.ts';
import type { Paths } from '#app/i18n/paths.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { scoreSentence } from '#app/monitoring/press/sentences.ts';
import type { ScorecardDocument } from '#app/monitoring/cards/scorecard-document.ts';
import { embedLink, socialMeta, type MetaTag } from './social-meta.ts';

/** `asked`: number of the issue that was asked for, null for the newest; every address leads to that one. */
type Place = { origin: string; to: Paths; locale: Locale; t: Translate; title: string; asked: number | null };

/** Head of a scorecard's page: the score is never told without its uncertainty. */
export function scorecardMeta(document: ScorecardDocument, { origin, to, locale, t, title, asked }: Place): MetaTag[] {
  const { edition, municipality, total } = document;
  const at = (path: string) => origin + path;
  const url = at(to.scorecard(edition.slug, municipality.teryt, asked));
  const words = scoreSentence(document, locale);
  const file = (kind: 'csv' | 'json', encodingFormat: string) => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl: at(to.scorecardFile(edition.slug, municipality.teryt, kind, asked)),
  });
  return socialMeta({
    title,
    description: words,
    url,
    locale,
    type: 'article',
    picture: { url: at(to.scorecardPicture(edition.slug, municipality.teryt)), alt: words },
    alternates: [
      embedLink({ origin, path: to.scorecard(edition.slug, municipality.teryt), title }),
      {
        type: 'application/json',
        href: to.scorecardFile(edition.slug, municipality.teryt, 'json', asked),
        title: 'JSON',
      },
      {
        type: 'application/atom+xml',
        href: to.municipalityFeed(municipality.teryt),
        title: t('feed.municipality.title', { name: municipality.name }),
      },
    ],
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      '@id': url,
      url,
      name: title,
      description: words,
      inLanguage: ['pl', 'en'],
      license: edition.licence.url,
      isAccessibleForFree: true,
      datePublished: edition.publishedAt,
      temporalCoverage: `${edition.measuredFrom}/${edition.measuredTo}`,
      creator: { '@type': 'Organization', name: edition.team.name },
      spatialCoverage: { '@type': 'AdministrativeArea', name: municipality.name, identifier: municipality.teryt },
      distribution: [file('json', 'application/json'), file('csv', 'text/csv')],
      ...(total.display === null
        ? {}
        : {
            variableMeasured: {
              '@type': 'PropertyValue',
              name: t('monitoring.result'),
              value: Number(total.display),
              minValue: 0,
              maxValue: 100,
              ...(total.lowDisplay && total.highDisplay && total.lowDisplay !== total.highDisplay
                ? { description: `${total.lowDisplay}–${total.highDisplay}` }
                : {}),
            },
          }),
    },
  });
}
