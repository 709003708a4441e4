import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { csvwDialect } from '#app/publishing/csv/csvw.ts';
import { editionColumns, scorecardColumns, type CsvColumn } from '../cards/csv.ts';
import { codingsColumns } from '../publication/codings-file.ts';
import type { EditionFacts, EditionManifest, ScorecardDocument } from '../cards/scorecard-document.ts';

/** A table description after W3C's "CSV on the Web": metadata vocabulary for tabular data. */
export type CsvwTable = Record<string, unknown>;

type Described<Row> = {
  edition: EditionFacts;
  columns: readonly CsvColumn<Row>[];
  /** Address of the CSV relative to the description, which lies beside it. */
  file: string;
  title: string;
  primaryKey: string | string[];
  locale: Locale;
  /** Number of the issue that was asked for, which the address of the file then names. */
  asked?: number | null;
  /** Words were covered in the table, or in what it gives a hash of, since that was hashed. */
  isCovered: boolean;
};

function tableOf<Row>({
  edition,
  columns,
  file,
  title,
  primaryKey,
  locale,
  isCovered,
  asked,
}: Described<Row>): CsvwTable {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': locale }],
    url: ofIssue(file, asked),
    'dc:title': title,
    ...(isCovered ? { 'dc:description': translate(locale, 'redaction.hash-note.edition') } : {}),
    'dc:publisher': { 'schema:name': edition.team.name },
    'dc:license': { '@id': edition.licence.url },
    'dc:issued': { '@value': edition.publishedAt, '@type': 'xsd:dateTime' },
    'dc:conformsTo': { '@id': `urn:sha256:${edition.methodology.hash}` },
    // Null among separators and the byte order mark are what our files have; the rest are the vocabulary's own defaults.
    dialect: csvwDialect,
    tableSchema: {
      columns: columns.map(({ name, title: words, type: { base, ...bounds }, required }) => ({
        // A name with another beginning than a letter would not be a name in this vocabulary.
        name,
        titles: { und: [name], pl: [words.pl], en: [words.en] },
        datatype: { base, ...bounds },
        ...(required ? { required: true } : {}),
        ...(name === 'teryt' ? { propertyUrl: 'http://purl.org/dc/terms/identifier' } : {}),
      })),
      primaryKey,
      rowTitles: Array.isArray(primaryKey) ? primaryKey : [primaryKey],
    },
  };
}

/** The file of an issue has its number in the address. */
const ofIssue = (file: string, asked: number | null | undefined): string => (asked ? `${file}?wydanie=${asked}` : file);

/** Describes the CSV of an edition; it lies beside it at the same address with the ending `-metadata.json`. */
export function editionCsvw(
  { manifest, covered, asked }: { manifest: EditionManifest; covered: { any: boolean }; asked?: number | null },
  locale: Locale,
): CsvwTable {
  const { edition } = manifest;
  return tableOf({
    edition,
    columns: editionColumns(manifest),
    file: `${edition.slug}.csv`,
    title: edition.title[locale],
    primaryKey: 'teryt',
    locale,
    isCovered: covered.any,
    asked,
  });
}

type Card = { document: ScorecardDocument; hash: string; isCovered: boolean; asked?: number | null };

/** Describes the CSV of one municipality's card. */
export function scorecardCsvw({ document, hash, isCovered, asked }: Card, locale: Locale): CsvwTable {
  const { edition, municipality } = document;
  return tableOf({
    edition,
    columns: scorecardColumns({ document, hash }, locale),
    file: `${municipality.teryt}.csv`,
    title: `${municipality.name}, ${edition.title[locale]}`,
    primaryKey: ['teryt', 'indicator'],
    locale,
    isCovered,
    asked,
  });
}

/** Describes the CSV of one indicator of a card: the same columns, one row. */
export function indicatorCsvw(card: Card, indicator: string, locale: Locale): CsvwTable {
  return { ...scorecardCsvw(card, locale), url: ofIssue(`${indicator}.csv`, card.asked) };
}

/** Describes the CSV of both codings of an edition. */
export function codingsCsvw(
  {
    manifest: { edition },
    covered,
    asked,
  }: { manifest: EditionManifest; covered: { paths: ReadonlySet<string> }; asked?: number | null },
  locale: Locale,
): CsvwTable {
  const title = `${translate(locale, 'publication.codings.file')}, ${edition.title[locale]}`;
  return tableOf({
    edition,
    columns: codingsColumns(edition),
    file: 'kodowania.csv',
    title,
    primaryKey: ['teryt', 'indicator', 'coding'],
    locale,
    isCovered: covered.paths.has('codings.csv'),
    asked,
  });
}
