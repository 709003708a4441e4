import { renderToStaticMarkup } from 'react-dom/server';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { formatNumber } from '#app/i18n/numbers.ts';
import { translator } from '#app/i18n/translate.ts';
import { fileSize, ink, left, SvgFrame, svgFile, wrapWords } from '#app/monitoring/charts/svg-file.tsx';
import { isText } from './definition.ts';
import { wordsIn } from './figures.ts';
import { surveyResults } from './results-page.server.ts';
import type { QuestionResult } from './results.ts';
import { shareOf } from './share.ts';
import { fewest } from './suppression.ts';

type Row = { words: string; part: number; figure: string };

/** Rows of a chart; of a matrix each of its rows with the most frequent answer. */
function rowsOf(result: QuestionResult, locale: Locale): Row[] {
  const t = translator(locale);
  const { counts, ranks, rows, answered } = result;
  if (ranks.length > 0)
    return ranks.map(({ words, mean }) => ({
      words: wordsIn(locale, words),
      part: ranks.length > 1 ? (ranks.length - mean) / (ranks.length - 1) : 1,
      figure: formatNumber(locale, mean, 1),
    }));
  if (rows.length > 0)
    return rows
      .filter((row) => row.answered >= fewest)
      .map((row) => {
        const [best] = [...row.counts].sort((a, b) => b.count - a.count);
        return {
          words: `${wordsIn(locale, row.words)}: ${best ? wordsIn(locale, best.words) : ''}`,
          part: best ? best.count / row.answered : 0,
          figure: best ? shareOf(locale, best.count, row.answered) : '',
        };
      });
  return counts.map(({ words, count }) => ({
    words: wordsIn(locale, words),
    part: answered === 0 ? 0 : count / answered,
    figure: `${shareOf(locale, count, answered)}, ${t('survey.results.people', { count })}`,
  }));
}

/** The results of one question as a picture that stands alone: with its question, its base and where it is from. */
export async function questionChart(
  db: Db,
  asked: { slug: string; question: string; version: number | null; locale: Locale; now: Date },
): Promise<string> {
  const { locale } = asked;
  const page = await surveyResults(db, { ...asked, left: '', top: '' });
  const result = page.results.find(({ question }) => question.id === asked.question);
  if (!result || result.isHidden || isText(result.question.kind)) throw notFound('no chart of this question');
  const t = translator(locale);
  const rows = rowsOf(result, locale).slice(0, 14);
  const head = wrapWords(`${result.no}. ${wordsIn(locale, result.question.words)}`, 68, 3);
  const base = t('survey.results.n', { answered: result.answered, asked: result.asked });
  const title = wordsIn(locale, { pl: page.survey.title, en: page.survey.titleEn });
  const from = 70 + head.length * 30 + 30;
  const step = Math.min(44, (fileSize.height - from - 70) / Math.max(1, rows.length));
  const room = 360;
  return svgFile(
    renderToStaticMarkup(
      <SvgFrame
        locale={locale}
        title={head.join(' ')}
        desc={`${base}. ${rows.map(({ words, figure }) => `${words}: ${figure}`).join('; ')}.`}
      >
        {head.map((line, at) => (
          <text key={line} x={left} y={58 + at * 30} {...ink.head}>
            {line}
          </text>
        ))}
        <text x={left} y={58 + head.length * 30} {...ink.small}>
          {base}
        </text>
        {rows.map(({ words, part, figure }, at) => (
          <g key={words}>
            <text x={left} y={from + at * step + 17} {...ink.text}>
              {wrapWords(words, 40, 1)[0]?.slice(0, 46)}
            </text>
            <rect
              x={left + 380}
              y={from + at * step}
              width={Math.max(0, part * room)}
              height={Math.min(24, step - 6)}
              {...(part === Math.max(...rows.map((row) => row.part)) ? ink.pick : ink.bar)}
            />
            <text x={left + 390 + part * room} y={from + at * step + 17} {...ink.strong}>
              {figure}
            </text>
          </g>
        ))}
        {wrapWords(`${title}, ${page.survey.place}. ${t('survey.results.not-sample')}`, 118, 2).map((line, at, all) => (
          <text key={line} x={left} y={fileSize.height - 14 - (all.length - 1 - at) * 18} {...ink.small}>
            {line}
          </text>
        ))}
      </SvgFrame>,
    ),
  );
}
