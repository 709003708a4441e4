import { lastChange } from '../cards/last-change.ts';
import { locales } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translate } from '#app/i18n/translate.ts';
import type { EditionManifest, Words } from '../cards/scorecard-document.ts';
import type { RdfNode, RdfValue } from '#app/publishing/rdf.ts';

/** Turns a path of the site into a full address. */
export type Absolute = (path: string) => string;

const day = (value: string): RdfValue => ({ '@value': value, '@type': 'xsd:date' });
const moment = (value: string): RdfValue => ({ '@value': value, '@type': 'xsd:dateTime' });
const inBoth = (words: Words): RdfValue[] =>
  locales.map((locale) => ({ '@value': words[locale], '@language': locale }));
const messageInBoth = (
  key: 'publication.dcat.description' | 'publication.dcat.catalogue',
  params: Record<string, string | number> = {},
): RdfValue[] => locales.map((locale) => ({ '@value': translate(locale, key, params), '@language': locale }));
const authority = (list: string, code: string): RdfValue => ({
  '@id': `http://publications.europa.eu/resource/authority/${list}/${code}`,
});

type Described = {
  manifest: EditionManifest;
  manifestHash: string;
  /** Number of the issue that was asked for: every address then leads to that one; null for the newest. */
  asked?: number | null;
  /** Files in which words were covered since they were hashed. */ covered: {
    any: boolean;
    paths: ReadonlySet<string>;
  };
};

/**
 * The edition as a dataset of DCAT-AP 3: what it is, who answers for it, which files there are and their SHA-256, where the file still is
 * what was hashed.
 */
export function datasetNode({ manifest, manifestHash, covered, asked = null }: Described, absolute: Absolute): RdfNode {
  const { edition, municipalities, issue } = manifest;
  const to = paths('pl');
  const page = absolute(to.edition(edition.slug, { wydanie: asked }));
  return {
    '@id': page,
    '@type': 'dcat:Dataset',
    'dct:identifier': edition.slug,
    'dct:title': inBoth(edition.title),
    'dct:description': messageInBoth('publication.dcat.description', { count: municipalities.length }),
    'dct:issued': moment(edition.publishedAt),
    'dct:modified': moment(lastChange(manifest)),
    'dcat:version': String(issue),
    ...(asked === null ? {} : { 'dcat:isVersionOf': { '@id': absolute(to.edition(edition.slug)) } }),
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': day(edition.measuredFrom),
      'dcat:endDate': day(edition.measuredTo),
    },
    'dct:spatial': { '@id': 'http://publications.europa.eu/resource/authority/country/POL' },
    'dct:language': [authority('language', 'POL'), authority('language', 'ENG')],
    'dct:accessRights': authority('access-right', 'PUBLIC'),
    'dcat:theme': authority('data-theme', 'GOVE'),
    'dcat:keyword': [...keywords('pl'), ...keywords('en')],
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': edition.team.name },
    'dcat:contactPoint': {
      '@type': 'vcard:Organization',
      'vcard:fn': edition.team.name,
      ...contactOf(edition.team.contact),
    },
    'dct:conformsTo': { '@id': absolute(to.methodology(edition.methodology.key, edition.methodology.version)) },
    'dcat:landingPage': { '@id': page },
    'dcat:distribution': filesOf({ manifest, manifestHash, covered, asked }).map((file) =>
      distribution(file, absolute),
    ),
  };
}

function keywords(locale: 'pl' | 'en'): RdfValue[] {
  return translate(locale, 'publication.dcat.keywords')
    .split(', ')
    .map((word) => ({ '@value': word, '@language': locale }));
}

function contactOf(contact: string): Record<string, RdfValue> {
  if (/^[^\s@<>]+@[^\s@<>]+$/.test(contact)) return { 'vcard:hasEmail': { '@id': `mailto:${contact}` } };
  return /^https?:\/\/\S+$/.test(contact) ? { 'vcard:hasURL': { '@id': contact } } : {};
}

const forms = {
  csv: { media: 'text/csv', format: 'CSV' },
  json: { media: 'application/json', format: 'JSON' },
} as const;

type File = {
  edition: EditionManifest['edition'];
  kind: keyof typeof forms;
  title: string;
  path: string;
  hash: string | null;
  /** Path of the description of a table. */ described: string | null;
};

/** The table and the manifest, and both codings where something was coded twice. */
function filesOf({ manifest: { edition, files }, manifestHash, covered, asked = null }: Described): File[] {
  const to = paths('pl');
  const { slug } = edition;
  const hashOf = (path: string) => (covered.paths.has(path) ? null : (files[path] ?? null));
  const codings = (['csv', 'json'] as const).filter((kind) => files[`codings.${kind}`] !== undefined);
  return [
    {
      edition,
      kind: 'csv',
      title: `${slug}.csv`,
      path: to.editionFile(slug, 'csv', { wydanie: asked }),
      hash: hashOf('edition.csv'),
      described: to.editionFile(slug, 'csv-metadata.json', { wydanie: asked }),
    },
    {
      edition,
      kind: 'json',
      title: `${slug}.json`,
      path: to.editionFile(slug, 'json', { wydanie: asked }),
      hash: covered.any ? null : manifestHash,
      described: null,
    },
    ...codings.map((kind): File => ({
      edition,
      kind,
      title: `${slug}, kodowania.${kind}`,
      path: to.editionCodings(slug, kind, asked),
      hash: hashOf(`codings.${kind}`),
      described: kind === 'csv' ? to.editionCodings(slug, 'csv-metadata.json', asked) : null,
    })),
  ];
}

function distribution({ edition, kind, title, path, hash, described }: File, absolute: Absolute): RdfNode {
  const address = absolute(path);
  const { media, format } = forms[kind];
  return {
    '@id': `${address}#plik`,
    '@type': 'dcat:Distribution',
    'dct:title': title,
    'dcat:accessURL': { '@id': address },
    'dcat:downloadURL': { '@id': address },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${media}` },
    'dct:format': authority('file-type', format),
    'dct:license': { '@id': edition.licence.url },
    ...(hash
      ? {
          'spdx:checksum': {
            '@type': 'spdx:Checksum',
            'spdx:algorithm': { '@id': 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256' },
            'spdx:checksumValue': { '@value': hash, '@type': 'xsd:hexBinary' },
          },
        }
      : {}),
    ...(described ? { 'dct:conformsTo': { '@id': absolute(described) } } : {}),
  };
}

/** The catalogue of an installation: all released editions, for portals that harvest. */
export function catalogueNodes(editions: readonly Described[], absolute: Absolute): RdfNode[] {
  const datasets = editions.map((edition) => datasetNode(edition, absolute));
  const publishers = [...new Set(editions.map(({ manifest }) => manifest.edition.team.name))].sort();
  return [
    {
      '@id': absolute(paths('pl').catalogue('ttl')),
      '@type': 'dcat:Catalog',
      'dct:title': [
        { '@value': translate('pl', 'monitoring.editions'), '@language': 'pl' },
        { '@value': translate('en', 'monitoring.editions'), '@language': 'en' },
      ],
      'dct:description': messageInBoth('publication.dcat.catalogue'),
      'foaf:homepage': { '@id': absolute(paths('pl').editions()) },
      'dct:language': [authority('language', 'POL'), authority('language', 'ENG')],
      'dct:publisher':
        publishers.length === 1
          ? { '@type': 'foaf:Organization', 'foaf:name': publishers[0] ?? '' }
          : { '@type': 'foaf:Agent', 'foaf:name': 'Paragraf' },
      'dcat:dataset': datasets.map((dataset) => ({ '@id': dataset['@id'] ?? '' })),
    },
    ...datasets,
  ];
}
