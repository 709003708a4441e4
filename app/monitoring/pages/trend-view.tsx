import { localDecimal } from '#app/i18n/numbers.ts';
import { percent } from '../charts/bounds-bar.tsx';
import { Scale } from '../charts/dot-distribution.tsx';
import type { ComparedScore } from '../scoring/compare.ts';
import { scoreWords } from '../cards/score-words.ts';
import { useWords } from '../bridge/use-words.ts';
import type { TrendStep } from '../compare/trend.ts';

const rowHeight = 44;

/** How a municipality stood in earlier editions, told on common indicators only. No arrow where the change is not clear. */
export function TrendView({ steps, name }: { steps: readonly TrendStep[]; name: string }) {
  const words = useWords();
  const { t, to, say } = words;
  if (steps.length === 0) return null;
  return (
    <section className="section" id="zmiana" aria-labelledby="h-trend">
      <h2 id="h-trend">{t('publication.trend')}</h2>
      <p className="note">
        {t('publication.trend.note')}
        {steps.some((step) => step.isOtherVersion) ? ` ${t('publication.trend.break.note')}` : ''}
      </p>
      <figure className="chart">
        <figcaption>
          {steps[0] ? changeWords(steps[0]) : ''}
          <span>{t('publication.trend.read')}</span>
        </figcaption>
        <TrendChart
          steps={steps}
          title={t('publication.trend.chart', { name })}
          desc={steps.map((step) => `${labelOf(step)}: ${changeWords(step)}`).join('. ')}
          labels={steps.map(labelOf)}
        />
      </figure>
      <div className="wrap" role="region" aria-label={t('publication.trend.table')} tabIndex={0}>
        <table className="data data--dense mt-3">
          <caption>{t('publication.trend.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('monitoring.edition')}</th>
              <th scope="col" className="end">
                {t('publication.trend.published')}
              </th>
              <th scope="col" className="end">
                {t('publication.trend.then')}
              </th>
              <th scope="col" className="end">
                {t('publication.trend.now')}
              </th>
              <th scope="col">{t('publication.trend.change')}</th>
              <th scope="col">{t('publication.trend.common')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.slug}>
                <th scope="row">
                  <a href={to.edition(step.slug)}>{say(step.title)}</a>
                </th>
                <td className="end">{scoreWords(words, step.published)}</td>
                <td className="end">{scoreWords(words, step.change.before?.score.display ?? null)}</td>
                <td className="end">{scoreWords(words, step.change.after?.score.display ?? null)}</td>
                <td>{changeWords(step)}</td>
                <td>
                  {t('publication.trend.common-of', { common: step.common, of: step.of, version: step.methodVersion })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );

  function labelOf(step: TrendStep): string {
    return step.isOtherVersion
      ? `${say(step.title)} (${t('publication.trend.break', { version: step.methodVersion })})`
      : say(step.title);
  }

  function changeWords(step: TrendStep): string {
    const { change, direction, reason } = step.change;
    if (!change || direction === null) return t('publication.trend.nothing');
    // Rounded after subtracting: beside two scores that were rounded before, the last digit can look wrong.
    const points = `${localDecimal(words.locale, change.display)}${isAsShown(step.change) ? '' : ` ${t('publication.trend.unrounded')}`}`;
    if (direction === 'none') return t(`publication.trend.none.${reason ?? 'small'}`, { points });
    // The word says which way; a sign beside it would say it twice.
    return `${direction === 'up' ? '↑' : '↓'} ${t(`publication.trend.${direction}`, { points: points.replace(/^[+−]/, '') })}`;
  }
}

/** Whether a reader who subtracts the two scores as they are printed comes to the same change. */
function isAsShown({ before, after, change }: TrendStep['change']): boolean {
  const [from, to] = [before?.score.display, after?.score.display];
  if (from == null || to == null || change === null) return true;
  return Math.abs(Number(to) - Number(from) - Number(change.display.replace('−', '-'))) < 1e-6;
}

/** Two marks per step on one scale, each with its interval; earlier open, this edition filled. */
function TrendChart({
  steps,
  title,
  desc,
  labels,
}: {
  steps: readonly TrendStep[];
  title: string;
  desc: string;
  labels: string[];
}) {
  const base = steps.length * rowHeight + 6;
  return (
    <svg width="100%" height={base + 24} role="img" aria-labelledby="trend-t trend-d">
      <title id="trend-t">{title}</title>
      <desc id="trend-d">{desc}</desc>
      {[0, 20, 40, 60, 80, 100].map((at) => (
        <line key={at} className="c-grid" x1={`${at}%`} x2={`${at}%`} y1="0" y2={base} />
      ))}
      {steps.map(({ slug, change }, row) => (
        <g key={slug}>
          {isBreak(steps, row) ? (
            <line className="c-break" x1="0" x2="100%" y1={row * rowHeight + 1} y2={row * rowHeight + 1} />
          ) : null}
          <text className="c-text c-halo-text" x="0" y={row * rowHeight + 14}>
            {labels[row]}
          </text>
          <Mark score={change.before} y={row * rowHeight + 26} name="c-open" />
          <Mark score={change.after} y={row * rowHeight + 36} name="c-dot--pick" />
        </g>
      ))}
      <line className="c-axis" x1="0" x2="100%" y1={base} y2={base} />
      <Scale y={base + 18} steps={[0, 20, 40, 60, 80, 100]} />
    </svg>
  );
}

/** The method changed between this step and the one above it, which is closer to today. */
function isBreak(steps: readonly TrendStep[], row: number): boolean {
  const [own, above] = [steps[row], steps[row - 1]];
  return own !== undefined && own.isOtherVersion && own.methodVersion !== above?.methodVersion;
}

function Mark({ score, y, name }: { score: ComparedScore | null; y: number; name: string }) {
  if (!score || score.score.value === null || score.score.display === null) return null;
  return (
    <>
      <line className="c-whisker" x1={percent(score.interval.from)} x2={percent(score.interval.to)} y1={y} y2={y} />
      <circle className={name} cx={percent(score.score.value)} cy={y} r="5" />
    </>
  );
}
