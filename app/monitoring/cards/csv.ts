import type { TableShape } from '#app/publishing/csv/table-shape.ts';
import { toCsv, type CsvCell } from '#app/publishing/csv/write-csv.ts';
import { dayOf } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { SourceShares } from '../scoring/sensitivity.ts';
import { ALL_SOURCES_FORMAT, FORMATS } from './scorecard-document.ts';
import type {
  EditionFacts,
  EditionManifest,
  ManifestRow,
  ScorecardDocument,
  ScorecardIndicator,
  Words,
} from './scorecard-document.ts';

/** What a column holds, for a program that reads the file; `base` is a datatype of CSVW. */
type CsvType = {
  base: 'string' | 'decimal' | 'integer' | 'date' | 'dateTime' | 'boolean';
  format?: string;
  minimum?: number;
  maximum?: number;
};

export type CsvColumn<Row> = {
  name: string;
  title: Words;
  type: CsvType;
  /** Never empty. */ required?: boolean;
  value(row: Row): CsvCell;
};

const text: CsvType = { base: 'string' };
const teryt: CsvType = { base: 'string', format: '^[0-9]{7}$' };
const points: CsvType = { base: 'decimal', minimum: 0, maximum: 100 };
const share: CsvType = { base: 'decimal', minimum: 0, maximum: 1 };
const count: CsvType = { base: 'integer', minimum: 0 };
const yesNo: CsvType = { base: 'boolean', format: 'yes|no' };
/** A level, or why there is none. */
const answer: CsvType = { base: 'string', format: '^(-?[0-9]+|withheld|not_applicable|not_assessed)$' };
const hash: CsvType = { base: 'string', format: '^[0-9a-f]{64}$' };
const yes = (is: boolean) => (is ? 'yes' : 'no');

/** Editions whose table says what became of asking the offices; the files of older ones stay as they were released. */
const ASKED_SCHEMAS: readonly string[] = FORMATS.filter((format) => format >= 5).map(
  (format) => `paragraf-edition/${format}`,
);

const askedColumns: CsvColumn<ManifestRow>[] = [
  {
    name: 'office_asked',
    title: {
      pl: 'Prawo do odpowiedzi: odpowiedział, nie odpowiedział mimo doręczenia, doręczenia nie potwierdzono, nie pytano',
      en: 'Right of reply: replied, silent though delivered, delivery not confirmed, not asked',
    },
    type: { base: 'string', format: '^(replied|silent|unnotified|not-asked)$' },
    value: (row) => row.asked?.state ?? null,
  },
  {
    name: 'office_delivered_on',
    title: { pl: 'Dzień, w którym pytania na pewno doszły', en: 'Day on which the questions are known to have come' },
    type: { base: 'date', format: 'yyyy-MM-dd' },
    value: (row) => row.asked?.deliveredOn ?? null,
  },
  {
    name: 'office_term_until',
    title: { pl: 'Koniec terminu na odpowiedź', en: 'End of the term for the reply' },
    type: { base: 'dateTime' },
    value: (row) => row.asked?.until ?? null,
  },
];

const ALL_SOURCES_SCHEMAS: readonly string[] = FORMATS.filter((format) => format >= ALL_SOURCES_FORMAT).map(
  (format) => `paragraf-edition/${format}`,
);

const sourceShare = (source: keyof SourceShares, title: Words): CsvColumn<ManifestRow> => ({
  name: `share_${source}`,
  title,
  type: share,
  value: (row) => rounded(row.uncertainty?.shares?.[source] ?? null),
});

const uncertaintyColumns: CsvColumn<ManifestRow>[] = [
  {
    name: 'total_p05',
    title: { pl: 'Przedział wyniku, 5. percentyl losowań', en: 'Interval of the score, 5th percentile of draws' },
    type: points,
    value: (row) => row.uncertainty?.from ?? null,
  },
  {
    name: 'total_p95',
    title: { pl: 'Przedział wyniku, 95. percentyl losowań', en: 'Interval of the score, 95th percentile of draws' },
    type: points,
    value: (row) => row.uncertainty?.to ?? null,
  },
  sourceShare('weights', {
    pl: 'Udział wag w niepewności wyniku',
    en: 'Share of weights in the uncertainty of the score',
  }),
  sourceShare('missing', { pl: 'Udział brakujących odpowiedzi', en: 'Share of missing answers' }),
  sourceShare('coders', { pl: 'Udział niezgodności osób oceniających', en: 'Share of disagreement between coders' }),
  sourceShare('aggregation', { pl: 'Udział sposobu łączenia obszarów', en: 'Share of how areas are put together' }),
];

/** Columns of an edition, one row per municipality. Names are English in both languages, so that a program reads every edition alike. */
export function editionColumns({
  schema,
  edition,
  areas,
  indicators,
  issue,
}: EditionManifest): CsvColumn<ManifestRow>[] {
  return [
    {
      name: 'teryt',
      title: { pl: 'Kod TERYT gminy', en: 'TERYT code of the municipality' },
      type: teryt,
      required: true,
      value: (row) => row.teryt,
    },
    { name: 'name', title: { pl: 'Nazwa', en: 'Name' }, type: text, required: true, value: (row) => row.name },
    {
      name: 'kind',
      title: { pl: 'Rodzaj gminy', en: 'Kind of municipality' },
      type: text,
      required: true,
      value: (row) => row.kind,
    },
    { name: 'county', title: { pl: 'Powiat', en: 'County' }, type: text, value: (row) => row.county },
    {
      name: 'voivodeship',
      title: { pl: 'Województwo', en: 'Voivodeship' },
      type: text,
      value: (row) => row.voivodeship,
    },
    {
      name: 'population',
      title: { pl: 'Liczba mieszkańców', en: 'Population' },
      type: count,
      value: (row) => row.population,
    },
    {
      name: 'total',
      title: {
        pl: 'Wynik, 0–100, puste przy zbyt małej ilości danych',
        en: 'Score, 0–100, empty where there is too little data',
      },
      type: points,
      value: (row) => row.total.display,
    },
    {
      name: 'total_exact',
      title: { pl: 'Wynik dokładny, ułamek', en: 'Exact score, a fraction' },
      type: text,
      value: (row) => (row.total.display === null ? null : row.total.exact),
    },
    {
      name: 'coverage',
      title: { pl: 'Część zbadanych wag', en: 'Share of weights assessed' },
      type: share,
      value: (row) => rounded(row.total.coverage),
    },
    {
      name: 'low',
      title: { pl: 'Dolna granica wyniku', en: 'Lower bound of the score' },
      type: points,
      value: (row) => row.total.lowDisplay,
    },
    {
      name: 'high',
      title: { pl: 'Górna granica wyniku', en: 'Upper bound of the score' },
      type: points,
      value: (row) => row.total.highDisplay,
    },
    { name: 'band', title: { pl: 'Pasmo', en: 'Band' }, type: text, value: (row) => row.band?.id ?? null },
    {
      name: 'rank',
      title: { pl: 'Miejsce z wagami metody', en: 'Rank with the weights of the method' },
      type: count,
      value: (row) => row.standing?.rank ?? null,
    },
    {
      name: 'rank_p05',
      title: { pl: 'Przedział miejsc, 5. percentyl losowań', en: 'Rank interval, 5th percentile of draws' },
      type: count,
      value: (row) => row.standing?.p05 ?? null,
    },
    {
      name: 'rank_p95',
      title: { pl: 'Przedział miejsc, 95. percentyl losowań', en: 'Rank interval, 95th percentile of draws' },
      type: count,
      value: (row) => row.standing?.p95 ?? null,
    },
    {
      name: 'ranked',
      title: { pl: 'Ile gmin ma wynik', en: 'Municipalities with a score' },
      type: count,
      value: (row) => row.standing?.of ?? null,
    },
    ...(ALL_SOURCES_SCHEMAS.includes(schema) ? uncertaintyColumns : []),
    ...(ASKED_SCHEMAS.includes(schema) ? askedColumns : []),
    ...areas.flatMap(({ id, name }): CsvColumn<ManifestRow>[] => [
      {
        name: `${id}_score`,
        title: { pl: `Wynik obszaru: ${name.pl}`, en: `Area score: ${name.en}` },
        type: points,
        value: (row) => row.areas[id]?.display ?? null,
      },
      {
        name: `${id}_coverage`,
        title: { pl: `Część zbadanych wag: ${name.pl}`, en: `Share of weights assessed: ${name.en}` },
        type: share,
        value: (row) => rounded(row.areas[id]?.coverage ?? null),
      },
    ]),
    ...indicators.map(({ id, question }): CsvColumn<ManifestRow> => ({
      name: id,
      title: question,
      type: answer,
      value: (row) => row.answers[id] ?? null,
    })),
    { name: 'edition', title: { pl: 'Edycja', en: 'Edition' }, type: text, required: true, value: () => edition.slug },
    { name: 'issue', title: { pl: 'Wydanie', en: 'Issue' }, type: count, required: true, value: () => issue },
    {
      name: 'methodology',
      title: { pl: 'Metoda', en: 'Methodology' },
      type: text,
      required: true,
      value: () => edition.methodology.key,
    },
    {
      name: 'methodology_version',
      title: { pl: 'Wersja metody', en: 'Version of the methodology' },
      type: text,
      required: true,
      value: () => edition.methodology.version,
    },
    {
      name: 'scorecard_sha256',
      title: { pl: 'Skrót karty (SHA-256 pliku JSON)', en: 'Hash of the scorecard (SHA-256 of its JSON)' },
      type: hash,
      required: true,
      value: (row) => row.hash,
    },
    {
      name: 'licence',
      title: { pl: 'Licencja', en: 'Licence' },
      type: text,
      required: true,
      value: () => edition.licence.id,
    },
    {
      name: 'demonstration',
      title: { pl: 'Dane pokazowe', en: 'Demonstration data' },
      type: yesNo,
      required: true,
      value: () => yes(edition.isDemo),
    },
  ];
}

/** Columns of one municipality's card, one row per indicator, with questions and words in the language asked for. */
export function scorecardColumns(
  { document, hash: cardHash }: { document: ScorecardDocument; hash: string },
  locale: Locale,
): CsvColumn<ScorecardIndicator>[] {
  const { edition, municipality } = document;
  return [
    {
      name: 'teryt',
      title: { pl: 'Kod TERYT gminy', en: 'TERYT code of the municipality' },
      type: teryt,
      required: true,
      value: () => municipality.teryt,
    },
    {
      name: 'municipality',
      title: { pl: 'Gmina', en: 'Municipality' },
      type: text,
      required: true,
      value: () => municipality.name,
    },
    { name: 'edition', title: { pl: 'Edycja', en: 'Edition' }, type: text, required: true, value: () => edition.slug },
    { name: 'area', title: { pl: 'Obszar', en: 'Area' }, type: text, required: true, value: (row) => row.area },
    {
      name: 'indicator',
      title: { pl: 'Wskaźnik', en: 'Indicator' },
      type: text,
      required: true,
      value: (row) => row.id,
    },
    { name: 'question', title: { pl: 'Pytanie', en: 'Question' }, type: text, value: (row) => row.question[locale] },
    {
      name: 'weight',
      title: { pl: 'Waga', en: 'Weight' },
      type: { base: 'decimal', minimum: 0 },
      value: (row) => row.weight,
    },
    {
      name: 'state',
      title: { pl: 'Stan', en: 'State' },
      type: { base: 'string', format: '^(scored|withheld|not_applicable|not_assessed)$' },
      required: true,
      value: (row) => row.state,
    },
    {
      name: 'incomplete',
      title: { pl: 'Odpowiedź bez kompletu dowodów', en: 'Answer without all its evidence' },
      type: yesNo,
      value: (row) => yes(row.incomplete),
    },
    { name: 'level', title: { pl: 'Poziom', en: 'Level' }, type: { base: 'integer' }, value: (row) => row.level },
    {
      name: 'level_max',
      title: { pl: 'Najwyższy poziom', en: 'Highest level' },
      type: { base: 'integer' },
      value: (row) => row.scale.max,
    },
    {
      name: 'level_words',
      title: { pl: 'Opis poziomu', en: 'Level in words' },
      type: text,
      value: (row) => row.scale.levels.find((level) => level.value === row.level)?.[locale] ?? null,
    },
    {
      name: 'points',
      title: { pl: 'Punkty wskaźnika, 0–100', en: 'Points of the indicator, 0–100' },
      type: points,
      value: (row) => row.points,
    },
    {
      name: 'earned_weight',
      title: { pl: 'Zdobyta waga, ułamek', en: 'Weight earned, a fraction' },
      type: text,
      value: (row) => row.earned,
    },
    { name: 'reason', title: { pl: 'Uzasadnienie', en: 'Reason' }, type: text, value: (row) => row.reason },
    {
      name: 'requested_on',
      title: { pl: 'Data wniosku bez odpowiedzi', en: 'Day of the unanswered request' },
      type: { base: 'date', format: 'yyyy-MM-dd' },
      value: (row) => row.requestedOn,
    },
    {
      name: 'evidence_count',
      title: { pl: 'Liczba dowodów', en: 'Items of evidence' },
      type: count,
      value: (row) => row.evidence.length,
    },
    {
      name: 'evidence',
      title: { pl: 'Adresy dowodów', en: 'Addresses of the evidence' },
      type: text,
      value: (row) => row.evidence.map((item) => item.url).join(' '),
    },
    { name: 'coder', title: { pl: 'Kto odpowiedział', en: 'Coder' }, type: text, value: (row) => row.coder },
    {
      name: 'coded_at',
      title: { pl: 'Kiedy', en: 'Coded at' },
      type: { base: 'dateTime' },
      value: (row) => row.codedAt,
    },
    {
      name: 'methodology',
      title: { pl: 'Metoda', en: 'Methodology' },
      type: text,
      required: true,
      value: () => edition.methodology.key,
    },
    {
      name: 'methodology_version',
      title: { pl: 'Wersja metody', en: 'Version of the methodology' },
      type: text,
      required: true,
      value: () => edition.methodology.version,
    },
    {
      name: 'scorecard_sha256',
      title: { pl: 'Skrót karty (SHA-256 pliku JSON)', en: 'Hash of the scorecard (SHA-256 of its JSON)' },
      type: hash,
      required: true,
      value: () => cardHash,
    },
    {
      name: 'licence',
      title: { pl: 'Licencja', en: 'Licence' },
      type: text,
      required: true,
      value: () => edition.licence.id,
    },
    {
      name: 'demonstration',
      title: { pl: 'Dane pokazowe', en: 'Demonstration data' },
      type: yesNo,
      required: true,
      value: () => yes(edition.isDemo),
    },
  ];
}

/** What a spreadsheet says of a table of an edition besides its rows. */
export function factsOfEdition<Row>(
  edition: EditionFacts,
  columns: readonly CsvColumn<Row>[],
  locale: Locale,
): { shape: TableShape; licence: string; day: string } {
  const namesOf = (wanted: (type: CsvType) => boolean) =>
    columns.filter(({ type }) => wanted(type)).map(({ name }) => name);
  return {
    shape: {
      figures: namesOf((type) => type === answer || type.base === 'decimal' || type.base === 'integer'),
      days: namesOf(({ base }) => base === 'date'),
      titles: Object.fromEntries(columns.map(({ name, title }) => [name, title[locale]])),
    },
    licence: `${edition.licence.id}, ${edition.licence.url}`,
    day: dayOf(new Date(edition.publishedAt)),
  };
}

export function editionCsv(manifest: EditionManifest): string {
  return csvOf(editionColumns(manifest), manifest.municipalities);
}

export function scorecardCsv(
  document: ScorecardDocument,
  cardHash: string,
  locale: Locale,
  indicators = document.indicators,
): string {
  return csvOf(scorecardColumns({ document, hash: cardHash }, locale), indicators);
}

export function csvOf<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  return toCsv(...tableOf(columns, rows));
}

/** Head and cells of a table, for whoever writes it on a thread. */
export function tableOf<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
): [head: string[], cells: CsvCell[][]] {
  return [columns.map(({ name }) => name), rows.map((row) => columns.map(({ value }) => value(row)))];
}

function rounded(part: number | null): number | null {
  return part === null ? null : Math.round(part * 10_000) / 10_000;
}
