import { lazy, Suspense, useMemo, useSyncExternalStore } from 'react';
import type { LivePoint, LiveProps } from '../charts/scatter-live.tsx';
import { ScatterPlot } from '../charts/scatter-plot.tsx';
import { comparisonWords } from './comparison-words.ts';
import type { Comparison } from '../charts/comparison.ts';
import type { EditionFacts } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';

type Props = { edition: EditionFacts; comparison: Comparison };

/** The library travels in a file of its own, after the page. When it does not arrive, the picture drawn on the server stays. */
const Live = lazy(() => import('../charts/scatter-live.tsx').catch(() => ({ default: Unchanged })));

function Unchanged({ still }: LiveProps) {
  return still;
}

/** The picture drawn on the server; where scripts run, an interactive one takes its place in the same box. */
export function ComparisonChart({ edition, comparison }: Props) {
  const words = useWords();
  const { t, to, say } = words;
  const { axisName, finding, description } = comparisonWords(words);
  const scripted = useScripts();
  const points = useLivePoints(edition, comparison);
  const title = t('monitoring.compare.chart', {
    x: axisName(comparison.x),
    y: axisName(comparison.y),
    title: say(edition.title),
  });
  const still = <ScatterPlot id="scatter" title={title} desc={description(comparison)} points={comparison.points} />;
  const missing = comparison.rows.length - points.length;
  if (points.length === 0) return <p>{t('monitoring.compare.none')}</p>;
  return (
    <figure className="chart chart--scatter">
      <figcaption>
        {finding(comparison)}
        <span>{t('monitoring.compare.read')}</span>
        <span>{t('monitoring.compare.still')}</span>
      </figcaption>
      <p className="axis-name" aria-hidden="true">
        {t('monitoring.compare.up', { axis: axisName(comparison.y) })}
      </p>
      <div className="scatter">
        {scripted ? (
          <Suspense fallback={still}>
            <Live label={`${title}. ${t('monitoring.compare.live')}`} points={points} still={still} />
          </Suspense>
        ) : (
          still
        )}
      </div>
      <p className="axis-name axis-name--end" aria-hidden="true">
        {t('monitoring.compare.across', { axis: axisName(comparison.x) })}
      </p>
      <p className="source">
        {missing > 0 ? <span>{t('monitoring.edition.without', { count: missing })}</span> : null}
        <a href="#tabela">{t('monitoring.chart.table')}</a>
        <a href={to.editionFile(edition.slug, 'csv')}>CSV</a>
        <a href={to.editionFile(edition.slug, 'json')}>JSON</a>
      </p>
    </figure>
  );
}

/** False on the server and for the first picture in the browser, which must be the same. */
function useScripts(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}

function neverChanges(): () => void {
  return () => undefined;
}

function useLivePoints({ slug }: EditionFacts, comparison: Comparison): LivePoint[] {
  const { t, to, locale } = useWords();
  return useMemo(() => {
    const { facts } = comparisonWords({ t, locale });
    return comparison.points.flatMap((point) => {
      const row = comparison.rows[point.number - 1];
      if (!row) return [];
      const known = facts(row, comparison);
      return [
        {
          ...point,
          facts: known,
          label: `${point.number}. ${point.name}. ${known.join('. ')}`,
          href: to.scorecard(slug, point.teryt),
        },
      ];
    });
  }, [t, to, locale, slug, comparison]);
}
