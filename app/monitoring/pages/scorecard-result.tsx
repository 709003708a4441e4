import { localDecimal } from '#app/i18n/numbers.ts';
import { DotDistribution } from '../charts/dot-distribution.tsx';
import { plotScores, plotWords } from '../charts/dots.ts';
import type { EditionFigures } from '../cards/edition-table.ts';
import {
  bandRange,
  boundsWords,
  comparedTotal,
  coverageWords,
  intervalWords,
  notCompared,
  rangeWords,
  ranksWords,
  sourcesWords,
} from '../cards/score-words.ts';
import type { EditionManifest, Neighbour, ScorecardDocument } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';

type Props = { document: ScorecardDocument; manifest: EditionManifest; figures: EditionFigures };

/** Total with ranks, bounds, coverage and band, and beside it where the others are. */
export function ScorecardResult({ document, manifest, figures }: Props) {
  return (
    <div className="cols cols--2 top">
      <ResultFigures document={document} />
      {figures ? <ResultChart document={document} manifest={manifest} figures={figures} /> : null}
    </div>
  );
}

function ResultFigures({ document }: { document: ScorecardDocument }) {
  const words = useWords();
  const { t, locale } = words;
  const { total, standing, band, uncertainty } = document;
  const bounds = boundsWords(words, total);
  const missing = document.indicators.filter((indicator) => indicator.state === 'not_assessed').length;
  return (
    <section className="stack" aria-labelledby="h-result">
      <h2 id="h-result" className="vh">
        {t('monitoring.result')}
      </h2>
      {total.display === null ? (
        <NotEnoughData document={document} />
      ) : (
        <p className="figure-total">
          <span className="n">{localDecimal(locale, total.display)}</span>
          <span className="of">{t('monitoring.of-100')}</span>
        </p>
      )}
      {standing ? (
        <>
          <p className="places">
            {ranksWords(words, standing)} <span className="plain">{t('monitoring.of-ranked', { n: standing.of })}</span>
          </p>
          <p className="w-34">
            {intervalWords(words, standing, document)} <Neighbours document={document} />
          </p>
        </>
      ) : total.display === null ? null : (
        <p className="w-34">{notCompared(words, document)}</p>
      )}
      <dl className="kv">
        {band ? (
          <>
            <dt>{t('monitoring.band')}</dt>
            <dd>
              <b>{band.id}</b> ({bandRange(words, band)}){band.nearBorder ? `, ${t('monitoring.band.near')}` : ''}
            </dd>
          </>
        ) : null}
        <dt>{t('monitoring.assessed')}</dt>
        <dd>
          <b>{coverageWords(total.coverage)}</b> {t('monitoring.assessed.weights')}
          {missing > 0 ? `, ${t('monitoring.assessed.missing', { count: missing })}` : ''}
        </dd>
        {bounds && total.display !== null ? (
          <>
            <dt>{t('monitoring.bounds')}</dt>
            <dd>
              <b>{bounds}</b>, {t('monitoring.bounds.text')}
            </dd>
          </>
        ) : null}
        {uncertainty ? (
          <>
            <dt>{t('monitoring.uncertainty.interval')}</dt>
            <dd>
              <b>{rangeWords(words, uncertainty.from, uncertainty.to)}</b>
              {uncertainty.shares ? (
                <>
                  {'. '}
                  <span className="plain">
                    {t('monitoring.uncertainty.from', { sources: sourcesWords(words, uncertainty.shares) })}
                  </span>
                </>
              ) : null}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

function NotEnoughData({ document }: { document: ScorecardDocument }) {
  const { t } = useWords();
  const percent = (share: number) => Math.round(share * 100);
  return (
    <>
      <p className="places">{t('monitoring.no-score')}</p>
      <p className="w-34">
        {t('monitoring.no-score.text', {
          coverage: coverageWords(document.total.coverage),
          total: percent(document.minCoverageTotal),
          area: percent(document.minCoverageArea),
        })}
      </p>
    </>
  );
}

function Neighbours({ document }: { document: ScorecardDocument }) {
  const words = useWords();
  const { t, to } = words;
  const reason = notCompared(words, document);
  if (reason !== null) return <>{reason}</>;
  const groups: Neighbour['relation'][] = ['not-distinguishable', 'clearly-higher', 'clearly-lower'];
  return (
    <>
      {groups.map((relation) => {
        const own = document.neighbours.filter((neighbour) => neighbour.relation === relation);
        if (own.length === 0) return null;
        return (
          <span key={relation}>
            {t(`monitoring.neighbours.${relation}`, { count: own.length })}{' '}
            {own.map((neighbour, index) => (
              <span key={neighbour.teryt}>
                {index > 0 ? ', ' : ''}
                <a href={to.scorecard(document.edition.slug, neighbour.teryt)}>{neighbour.name}</a> (
                {comparedTotal(words, neighbour)})
              </span>
            ))}
            {'. '}
          </span>
        );
      })}
    </>
  );
}

function ResultChart({ document, manifest, figures }: Props & { figures: NonNullable<EditionFigures> }) {
  const { t, to, locale, say } = useWords();
  const { edition, municipality, total } = document;
  const scores = manifest.municipalities.flatMap((row) =>
    row.total.display === null ? [] : [Number(row.total.display)],
  );
  const decimal = (display: string) => localDecimal(locale, display);
  const pick =
    total.display === null
      ? null
      : { score: Number(total.display), label: `${municipality.name} ${decimal(total.display)}` };
  const plot = plotScores(scores, pick?.score ?? null);
  return (
    <figure className="chart">
      <figcaption>
        {t(pick ? 'monitoring.chart.among' : 'monitoring.chart.others', {
          name: municipality.name,
          count: figures.withTotal,
        })}
        <span>{t(plotWords(plot))}</span>
      </figcaption>
      <DotDistribution
        id="dots"
        plot={plot}
        pick={pick}
        bands={manifest.bands}
        title={t('monitoring.chart.title', { title: say(edition.title) })}
        desc={
          t('monitoring.chart.desc', {
            count: figures.withTotal,
            low: decimal(figures.lowest),
            high: decimal(figures.highest),
            median: decimal(figures.median),
          }) + (pick ? ` ${pick.label}.` : '')
        }
      />
      <p className="source">
        <span>{t('monitoring.source', { title: say(edition.title) })}</span>
        <a href={to.scorecardFile(edition.slug, municipality.teryt, 'csv')}>CSV</a>
        <a href={to.scorecardFile(edition.slug, municipality.teryt, 'png')}>PNG</a>
        <a href={to.scorecardFile(edition.slug, municipality.teryt, 'svg')}>SVG</a>
        <a href="#osadz">{t('publication.embed')}</a>
        <a href={`${to.edition(edition.slug)}#wyniki`}>{t('monitoring.chart.table')}</a>
      </p>
    </figure>
  );
}
