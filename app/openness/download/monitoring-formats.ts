import type { Paths } from '#app/i18n/paths.ts';
import { api, at, type FormatGroup } from '#app/publishing/download/formats.ts';

/** Sizes of stored files by their name; a file that is not stored is left out. */
export type Sizes = Readonly<Record<string, number>>;
const sized = (sizes: Sizes, name: string) => (sizes[name] === undefined ? {} : { size: sizes[name] });

type Edition = { slug: string; isCodedTwice: boolean; methodology: { key: string; version: string } };

/** Everything that can be taken from an edition of scorecards. */
export function editionFormats(to: Paths, { slug, methodology, isCodedTwice }: Edition, sizes: Sizes): FormatGroup[] {
  return [
    {
      id: 'tabela',
      title: 'openness.group.results',
      formats: [
        {
          label: 'openness.format.results',
          note: 'format.note.csv-results',
          href: to.editionFile(slug, 'csv'),
          extension: 'CSV',
          ...sized(sizes, 'edition.csv'),
        },
        {
          label: 'format.columns',
          note: 'format.note.csvw',
          href: to.editionFile(slug, 'csv-metadata.json'),
          extension: 'CSVW',
        },
        {
          label: 'openness.format.results',
          note: 'openness.note.manifest',
          href: to.editionFile(slug, 'json'),
          extension: 'JSON',
        },
        {
          label: 'openness.format.results',
          note: 'openness.note.scores',
          href: api(`${at('editions', slug)}/scores`),
          extension: 'JSON',
        },
      ],
    },
    ...(isCodedTwice
      ? [
          {
            id: 'kodowania',
            title: 'openness.group.codings' as const,
            formats: [
              {
                label: 'publication.codings.file' as const,
                note: 'openness.note.codings' as const,
                href: to.editionCodings(slug, 'csv'),
                extension: 'CSV',
                ...sized(sizes, 'codings.csv'),
              },
              {
                label: 'publication.codings.file' as const,
                note: 'openness.note.codings-json' as const,
                href: to.editionCodings(slug, 'json'),
                extension: 'JSON',
              },
            ],
          },
        ]
      : []),
    {
      id: 'wykres',
      title: 'openness.group.chart',
      formats: [
        {
          label: 'openness.format.chart',
          note: 'openness.note.svg',
          href: to.editionFile(slug, 'svg'),
          extension: 'SVG',
        },
        {
          label: 'openness.format.chart',
          note: 'openness.note.png',
          href: to.editionFile(slug, 'png'),
          extension: 'PNG',
        },
      ],
    },
    {
      id: 'opis',
      title: 'openness.group.method',
      formats: [
        ...methodologyList(to, methodology),
        {
          label: 'openness.format.catalogue',
          note: 'openness.note.catalogue',
          href: to.editionFile(slug, 'jsonld'),
          extension: 'JSON-LD',
        },
        {
          label: 'openness.format.catalogue',
          note: 'openness.note.catalogue',
          href: to.editionFile(slug, 'ttl'),
          extension: 'TTL',
        },
      ],
    },
    {
      id: 'sledzenie',
      title: 'openness.group.follow',
      formats: [
        { label: 'feed.scorecards.title', note: 'openness.note.atom', href: to.scorecardsFeed(), extension: 'ATOM' },
      ],
    },
  ];
}

type Card = { slug: string; teryt: string; /** Number of an older issue; null for the newest. */ issue: number | null };

/** Everything that can be taken from the scorecard of one municipality. */
export function scorecardFormats(
  to: Paths,
  { slug, teryt, issue }: Card,
  { sizes, locale }: { sizes: Sizes; locale: string },
): FormatGroup[] {
  const file = (kind: Parameters<Paths['scorecardFile']>[2]) => to.scorecardFile(slug, teryt, kind, issue);
  const own = at('editions', slug, 'scores', teryt);
  return [
    {
      id: 'karta',
      title: 'monitoring.card',
      formats: [
        { label: 'monitoring.card', note: 'format.note.pdf-card', href: file('pdf'), extension: 'PDF' },
        {
          label: 'monitoring.card',
          note: 'format.note.csv-card',
          href: file('csv'),
          extension: 'CSV',
          ...sized(sizes, `${teryt}.${locale}.csv`),
        },
        { label: 'format.columns', note: 'format.note.csvw', href: file('csv-metadata.json'), extension: 'CSVW' },
        {
          label: 'monitoring.card',
          note: 'format.note.json-card',
          href: file('json'),
          extension: 'JSON',
          ...sized(sizes, `${teryt}.json`),
        },
        { label: 'monitoring.card', note: 'openness.note.scores', href: api(own), extension: 'JSON' },
        { label: 'monitoring.evidence', note: 'format.note.evidence', href: api(`${own}/evidence`), extension: 'JSON' },
      ],
    },
    {
      id: 'wykres',
      title: 'openness.group.chart',
      formats: [
        { label: 'format.card.chart', note: 'openness.note.svg', href: file('svg'), extension: 'SVG' },
        { label: 'format.card.chart', note: 'openness.note.png', href: file('png'), extension: 'PNG' },
        { label: 'publication.embed', note: 'format.note.embed', href: to.embed(slug, teryt), extension: 'HTML' },
      ],
    },
  ];
}

function methodologyList(to: Paths, { key, version }: { key: string; version: string }): FormatGroup['formats'] {
  return [
    {
      label: 'openness.format.methodology',
      note: 'openness.note.methodology',
      href: to.methodologyFile(key, version),
      extension: 'JSON',
    },
    {
      label: 'format.methodology.table',
      note: 'format.note.csv-methodology',
      href: to.methodologyFile(key, version, 'csv'),
      extension: 'CSV',
    },
  ];
}

export function methodologyFormats(to: Paths, methodology: { key: string; version: string }): FormatGroup[] {
  return [
    {
      id: 'metodyka',
      title: 'openness.format.methodology',
      formats: [
        ...methodologyList(to, methodology),
        {
          label: 'openness.format.methodology',
          note: 'format.note.methodology-api',
          href: api(at('methodologies', methodology.key, methodology.version)),
          extension: 'JSON',
        },
      ],
    },
  ];
}
