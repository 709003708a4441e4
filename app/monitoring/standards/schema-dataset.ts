import { lastChange } from '../cards/last-change.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translate } from '#app/i18n/translate.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import type { Absolute } from './dcat.ts';

/** The edition as schema.org's Dataset, for search engines: JSON-LD for the head of its page. */
export function schemaDataset(
  manifest: EditionManifest,
  { absolute, locale, asked = null }: { absolute: Absolute; locale: Locale; asked?: number | null },
): Record<string, unknown> {
  const { edition, municipalities, areas, issue } = manifest;
  const to = paths(locale);
  const file = (path: string, encodingFormat: string) => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl: absolute(path),
  });
  const isCodedTwice = manifest.files['codings.csv'] !== undefined;
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': absolute(to.edition(edition.slug, { wydanie: asked })),
    name: edition.title[locale],
    description: translate(locale, 'publication.dcat.description', { count: municipalities.length }),
    url: absolute(to.edition(edition.slug, { wydanie: asked })),
    inLanguage: locale,
    version: String(issue),
    license: edition.licence.url,
    isAccessibleForFree: true,
    datePublished: edition.publishedAt,
    dateModified: lastChange(manifest),
    temporalCoverage: `${edition.measuredFrom}/${edition.measuredTo}`,
    spatialCoverage: { '@type': 'Country', name: 'Polska' },
    creator: { '@type': 'Organization', name: edition.team.name },
    measurementTechnique: absolute(to.methodology(edition.methodology.key, edition.methodology.version)),
    variableMeasured: areas.map(({ id, name }) => ({
      '@type': 'PropertyValue',
      propertyID: id,
      name: name[locale],
      minValue: 0,
      maxValue: 100,
    })),
    distribution: [
      file(to.editionFile(edition.slug, 'csv', { wydanie: asked }), 'text/csv'),
      file(to.editionFile(edition.slug, 'json', { wydanie: asked }), 'application/json'),
      ...(isCodedTwice
        ? [
            file(to.editionCodings(edition.slug, 'csv', asked), 'text/csv'),
            file(to.editionCodings(edition.slug, 'json', asked), 'application/json'),
          ]
        : []),
    ],
  };
}
