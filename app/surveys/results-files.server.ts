import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translate } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { csvwDialect } from '#app/publishing/csv/csvw.ts';
import type { TableShape } from '#app/publishing/csv/table-shape.ts';
import type { CsvCell } from '#app/publishing/csv/write-csv.ts';
import { writeTable } from '#app/publishing/csv/write-table.server.ts';
import { surveyResults, type ResultsPage } from './results-page.server.ts';
import { fewest } from './suppression.ts';

const resultColumns = [
  'pytanie',
  'tresc',
  'rodzaj',
  'wiersz',
  'odpowiedz',
  'liczba',
  'odpowiedzialo',
  'zapytano',
  'udzial_odpowiadajacych',
  'udzial_zapytanych',
  'mediana',
  'srednie_miejsce',
] as const;

export const resultsShape: TableShape = {
  figures: [
    'pytanie',
    'liczba',
    'odpowiedzialo',
    'zapytano',
    'udzial_odpowiadajacych',
    'udzial_zapytanych',
    'mediana',
    'srednie_miejsce',
  ],
  days: [],
};

type Asked = { slug: string; version: number | null; now: Date };

/** Results that everybody may have; before the end there are none. */
async function publicResults(db: Db, asked: Asked): Promise<ResultsPage> {
  const page = await surveyResults(db, { ...asked, left: '', top: '' });
  if (!page.isPublic) throw notFound('no results yet');
  return page;
}

const share = (count: number, base: number): string | null => (base === 0 ? null : (count / base).toFixed(4));

/** Rows of the table of results: one for each answer that can be counted. */
function resultRows(page: ResultsPage): CsvCell[][] {
  return page.results.flatMap(({ question, no, asked, answered, isHidden, counts, median, ranks, rows }) => {
    const head = [no, question.words.pl, question.kind] as const;
    const figures = (
      row: string,
      option: string,
      count: number | null,
      base: number,
      place: string | null = null,
    ): CsvCell[] => [
      ...head,
      row,
      option,
      count,
      base,
      asked,
      count === null ? null : share(count, base),
      count === null ? null : share(count, asked),
      median,
      place,
    ];
    if (isHidden) return [figures('', '', null, answered)];
    const made = [
      ...counts.map(({ words, count }) => figures('', words.pl, count, answered)),
      ...ranks.map(({ words, mean }) => figures('', words.pl, null, answered, mean.toFixed(2))),
      ...rows.flatMap((row) =>
        row.answered < fewest
          ? [figures(row.words.pl, '', null, row.answered)]
          : row.counts.map(({ words, count }) => figures(row.words.pl, words.pl, count, row.answered)),
      ),
    ];
    return made.length > 0 ? made : [figures('', '', null, answered)];
  });
}

export async function resultsCsv(db: Db, asked: Asked): Promise<string> {
  return writeTable(resultColumns, resultRows(await publicResults(db, asked)));
}

/** The same as one document, with what it is of and what it does not say. */
export async function resultsJson(db: Db, asked: Asked): Promise<object> {
  const page = await publicResults(db, asked);
  const { survey } = page;
  return {
    survey: {
      slug: survey.slug,
      title: { pl: survey.title, en: survey.titleEn },
      teryt: survey.teryt,
      opensAt: survey.opensAt,
      closesAt: survey.closesAt,
      answeredBy: survey.answeredBy,
      version: page.version,
      url: absoluteUrl(paths('pl').surveyResults(survey.slug)),
    },
    note: { pl: translate('pl', 'survey.results.not-sample'), en: translate('en', 'survey.results.not-sample') },
    answers: page.total,
    repeated: page.repeats,
    channels: page.channels,
    collectedElsewhere: page.imports,
    invalidSheets: page.sheets.reasons,
    sheetsAfterTheEnd: page.sheets.late,
    asOf: page.sheets.lastAt ?? survey.closesAt,
    changes: survey.changes,
    questions: page.results.map(
      ({ question, no, asked: shown, answered, unreadable, isHidden, counts, median, ranks, rows }) => ({
        no,
        id: question.id,
        kind: question.kind,
        words: question.words,
        asked: shown,
        answered,
        unreadable,
        hiddenBecauseFewerThanFive: isHidden,
        median,
        counts,
        ranks,
        rows: rows.map((row) => (row.answered < fewest ? { ...row, counts: [] } : row)),
      }),
    ),
  };
}

/** What the columns of the table mean, in the words of CSV on the Web. */
export async function resultsCsvw(db: Db, asked: Asked & { locale: Locale }): Promise<object> {
  const { survey, version } = await publicResults(db, asked);
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': asked.locale }],
    url: absoluteUrl(paths('pl').surveyFile(survey.slug, 'csv', { wersja: version })),
    'dc:title': survey.title,
    'dc:description': translate(asked.locale, 'survey.results.not-sample'),
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    dialect: csvwDialect,
    tableSchema: {
      columns: resultColumns.map((name) => ({
        name,
        titles: {
          und: [name],
          pl: [translate('pl', `survey.column.${name}`)],
          en: [translate('en', `survey.column.${name}`)],
        },
        datatype: resultsShape.figures.includes(name) ? 'decimal' : 'string',
      })),
    },
  };
}
