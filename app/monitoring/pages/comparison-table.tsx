import { comparisonWords } from '../compare/comparison-words.ts';
import type { ComparedRow, Comparison } from '../charts/comparison.ts';
import { boundsWords, coverageWords, ranksShort, scoreWords } from '../cards/score-words.ts';
import type { Score } from '../scoring/score.ts';
import type { EditionFacts } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';

type Props = { edition: EditionFacts; comparison: Comparison };

/** Every figure of the picture, numbered like its points. */
export function ComparisonTable({ edition, comparison }: Props) {
  const words = useWords();
  const { t } = words;
  const { axisName } = comparisonWords(words);
  const [x, y] = [axisName(comparison.x), axisName(comparison.y)];
  return (
    <section className="section" id="tabela" aria-labelledby="h-table">
      <h2 id="h-table">{t('monitoring.compare.table')}</h2>
      <div className="room">
        <table role="table" className="data data--stack">
          <caption>{t('monitoring.compare.caption', { x, y })}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('monitoring.municipality')}
              </th>
              <th role="columnheader" scope="col" className="end">
                {x}
              </th>
              <th role="columnheader" scope="col" className="end">
                {t('monitoring.compare.bounds')}
              </th>
              <th role="columnheader" scope="col" className="end">
                {y}
              </th>
              <th role="columnheader" scope="col" className="end">
                {t('monitoring.compare.bounds')}
              </th>
              <th role="columnheader" scope="col" className="end">
                {t('monitoring.ranks.head')}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {comparison.rows.map((row, index) => (
              <Row key={row.teryt} row={row} number={index + 1} slug={edition.slug} names={{ x, y }} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({
  row,
  number,
  slug,
  names,
}: {
  row: ComparedRow;
  number: number;
  slug: string;
  names: { x: string; y: string };
}) {
  const { t, to } = useWords();
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <span className="quiet plain">{number}.</span> <a href={to.scorecard(slug, row.teryt)}>{row.name}</a>
      </th>
      <ScoreCells score={row.x} name={names.x} />
      <ScoreCells score={row.y} name={names.y} />
      <td role="cell" className="end nowrap" data-label={t('monitoring.ranks.head')}>
        {row.standing ? ranksShort(row.standing) : t('monitoring.none')}
      </td>
    </tr>
  );
}

function ScoreCells({ score, name }: { score: Score; name: string }) {
  const words = useWords();
  const { t } = words;
  const bounds = score.display === null ? null : boundsWords(words, score);
  return (
    <>
      <td role="cell" className="end" data-label={name}>
        {score.display === null ? (
          t('monitoring.compare.missing', { coverage: coverageWords(score.coverage) })
        ) : (
          <b>{scoreWords(words, score.display)}</b>
        )}
      </td>
      <td role="cell" className="end nowrap" data-label={t('monitoring.compare.bounds')}>
        {bounds ?? t('monitoring.none')}
      </td>
    </>
  );
}
