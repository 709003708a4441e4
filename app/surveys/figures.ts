import type { Locale } from '#app/i18n/locale.ts';
import { formatNumber } from '#app/i18n/numbers.ts';
import { paths } from '#app/i18n/paths.ts';
import { translate } from '#app/i18n/translate.ts';
import type { Words } from './definition.ts';
import type { QuestionResult } from './results.ts';
import { shareOf } from './share.ts';
import { fewest } from './suppression.ts';

/** A figure of a survey that a text can name as what it rests on. */
export type SurveyFigure = {
  /** Stays the same for as long as the survey is there: survey, version, question, choice. */
  sourceId: string;
  label: Words;
  figure: Words;
  /** Where it is shown, without a language in front. */
  address: string;
};

/** Words in the reader's language, else those in Polish. */
export function wordsIn(locale: Locale, words: Words): string {
  return (locale === 'en' ? words.en : '') || words.pl;
}

const both = (make: (locale: Locale) => string): Words => ({ pl: make('pl'), en: make('en') });

/** Every figure of the results that says something by itself: of each choice its share, of a scale or number the median, of a ranking the mean places. */
export function figuresOf(
  survey: { slug: string; version: number },
  results: readonly QuestionResult[],
): SurveyFigure[] {
  return results
    .filter(({ isHidden }) => !isHidden)
    .flatMap(({ question, no, answered, counts, median, ranks, rows }) => {
      const figure = (part: string, words: Words | null, text: Words): SurveyFigure => ({
        sourceId: `${survey.slug}:${survey.version}:${question.id}${part && `:${part}`}`,
        label: both((locale) =>
          [
            translate(locale, 'survey.figure.question', { no, question: wordsIn(locale, question.words) }),
            ...(words ? [wordsIn(locale, words)] : []),
          ].join(' – '),
        ),
        figure: text,
        address: `${paths('pl').surveyResults(survey.slug, { wersja: survey.version })}#p-${question.id}`,
      });
      const share = (count: number, base: number) =>
        both((locale) =>
          translate(locale, 'survey.figure.share', { share: shareOf(locale, count, base), count, base }),
        );
      return [
        ...(median === null
          ? []
          : [
              figure(
                '',
                null,
                both((locale) =>
                  translate(locale, 'survey.figure.median', {
                    median: formatNumber(locale, median, Number.isInteger(median) ? 0 : 1),
                    count: answered,
                  }),
                ),
              ),
            ]),
        ...counts.map(({ id, words, count }) => figure(id, words, share(count, answered))),
        ...ranks.map(({ id, words, mean }) =>
          figure(
            id,
            words,
            both((locale) =>
              translate(locale, 'survey.figure.rank', { mean: formatNumber(locale, mean, 1), count: answered }),
            ),
          ),
        ),
        ...rows.flatMap((row) =>
          row.answered < fewest
            ? []
            : row.counts.map(({ id, words, count }) =>
                figure(
                  `${row.id}.${id}`,
                  both((locale) => `${wordsIn(locale, row.words)}: ${wordsIn(locale, words)}`),
                  share(count, row.answered),
                ),
              ),
        ),
      ];
    });
}
