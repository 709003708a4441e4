import { PageHead } from '#app/components/page-parts.tsx';
import { ComparisonChart } from '../compare/comparison-chart.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { comparisonWords } from '../compare/comparison-words.ts';
import type { Axis, Comparison } from '../charts/comparison.ts';
import type { EditionFacts } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';

type Props = { edition: EditionFacts; comparison: Comparison };

/** Two scores of every municipality of an edition against each other: choice, picture, table. */
export function ComparisonView({ edition, comparison }: Props) {
  const { t, to, say, ...words } = useWords();
  const { axisName } = comparisonWords({ t, ...words });
  return (
    <>
      <PageHead
        title={t('monitoring.compare.title')}
        kind={<a href={to.edition(edition.slug)}>{say(edition.title)}</a>}
        lead={t('monitoring.compare.lead')}
      >
        {edition.isDemo ? (
          <ul className="facts">
            <li>{t('monitoring.demo')}</li>
          </ul>
        ) : null}
      </PageHead>
      <form className="inline-form axes-form mb-4" method="get" action={to.editionChart(edition.slug)}>
        <AxisField name="x" label={t('monitoring.compare.x')} axes={comparison.axes} chosen={comparison.x} />
        <AxisField name="y" label={t('monitoring.compare.y')} axes={comparison.axes} chosen={comparison.y} />
        <button className="btn btn--quiet" type="submit">
          {t('form.show')}
        </button>
      </form>
      {comparison.replaced ? (
        <p className="notice mb-4" role="status">
          {t('monitoring.compare.replaced', { axis: axisName(comparison.y) })}
        </p>
      ) : null}
      <ComparisonChart edition={edition} comparison={comparison} />
      <ComparisonTable edition={edition} comparison={comparison} />
    </>
  );
}

type AxisFieldProps = { name: 'x' | 'y'; label: string; axes: readonly Axis[]; chosen: Axis };

function AxisField({ name, label, axes, chosen }: AxisFieldProps) {
  const words = useWords();
  const { axisName } = comparisonWords(words);
  return (
    <div className="field">
      <label htmlFor={`f-${name}`}>{label}</label>
      <select className="input" id={`f-${name}`} name={name} defaultValue={chosen.id}>
        {axes.map((axis) => (
          <option key={axis.id} value={axis.id}>
            {axisName(axis)}
          </option>
        ))}
      </select>
    </div>
  );
}
