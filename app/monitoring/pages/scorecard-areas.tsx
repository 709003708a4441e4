import { localDecimal } from '#app/i18n/numbers.ts';
import { TickStrip } from '../charts/tick-strip.tsx';
import { mixed } from '../scoring/mixed-number.ts';
import { boundsWords, coverageWords, scoreWords } from '../cards/score-words.ts';
import type { EditionManifest, ScorecardArea, ScorecardDocument } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';

/** The areas, each as large as the others, with all municipalities on one scale, and how the total came about. */
export function ScorecardAreas({ document, manifest }: { document: ScorecardDocument; manifest: EditionManifest }) {
  const { t } = useWords();
  return (
    <section className="section" aria-labelledby="h-areas">
      <h2 id="h-areas">{t('monitoring.areas', { count: document.areas.length })}</h2>
      <p className="note">{t('monitoring.areas.note')}</p>
      <div className="areas">
        {document.areas.map((area) => (
          <AreaRow key={area.id} area={area} document={document} manifest={manifest} />
        ))}
      </div>
      <Calculation document={document} />
    </section>
  );
}

function AreaRow({
  area,
  document,
  manifest,
}: {
  area: ScorecardArea;
  document: ScorecardDocument;
  manifest: EditionManifest;
}) {
  const words = useWords();
  const { t, say } = words;
  const bounds = boundsWords(words, area.score);
  const others = manifest.municipalities.flatMap((row) => {
    const display = row.teryt === document.municipality.teryt ? null : (row.areas[area.id]?.display ?? null);
    return display === null ? [] : [Number(display)];
  });
  return (
    <div className="area-row">
      <p className="name">
        <a href={`#${area.id}`}>{say(area.name)}</a>
        <small>
          {t('monitoring.area.assessed', { coverage: coverageWords(area.score.coverage) })}
          {bounds ? `, ${t('monitoring.area.bounds', { bounds })}` : ''}
        </small>
      </p>
      <p className="v">
        {area.score.display === null ? (
          <span className="few">{t('monitoring.no-score')}</span>
        ) : (
          scoreWords(words, area.score.display)
        )}
      </p>
      <TickStrip
        others={others}
        value={area.score.display === null ? null : Number(area.score.display)}
        low={area.score.low}
        high={area.score.high}
      />
    </div>
  );
}

/** Names of the columns of a sum. */
export function SumsHead() {
  const { t } = useWords();
  return (
    <tr>
      <th scope="col">{t('monitoring.indicator')}</th>
      <th scope="col" className="end">
        {t('monitoring.weight')}
      </th>
      <th scope="col" className="end">
        {t('monitoring.level.head')}
      </th>
      <th scope="col" className="end">
        {t('monitoring.sum.earned')}
      </th>
    </tr>
  );
}

/** The sum that a reader can do again by hand: weights earned by weights counted, then the mean of the areas. */
function Calculation({ document }: { document: ScorecardDocument }) {
  const words = useWords();
  const { t, locale } = words;
  return (
    <details className="mt-4" id="rachunek">
      <summary>{t('monitoring.sum')}</summary>
      <p className="note mt-3">{t('monitoring.sum.note')}</p>
      <div className="wrap" role="region" aria-label={t('monitoring.sum')} tabIndex={0}>
        <table className="data data--dense w-56 mt-3 sums">
          <caption className="vh">{t('monitoring.sum')}</caption>
          <thead>
            <SumsHead />
          </thead>
          {document.areas.map((area) => (
            <AreaSum key={area.id} area={area} document={document} />
          ))}
          <tbody>
            <tr>
              <th scope="row" colSpan={3}>
                {document.total.display === null
                  ? t('monitoring.result')
                  : t('monitoring.sum.total', {
                      areas: document.areas.map((area) => scoreWords(words, area.score.display)).join(' + '),
                      n: document.areas.length,
                    })}
              </th>
              <td className="end">
                <b>{scoreWords(words, document.total.display)}</b>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      {document.total.display !== null && document.total.exact ? (
        <p className="by mt-3">
          {t('monitoring.sum.exact', {
            exact: document.total.exact,
            value: localDecimal(locale, (document.total.value ?? 0).toFixed(4)),
          })}
        </p>
      ) : null}
    </details>
  );
}

function AreaSum({ area, document }: { area: ScorecardArea; document: ScorecardDocument }) {
  const words = useWords();
  const { t, say } = words;
  const own = document.indicators.filter((indicator) => indicator.area === area.id);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4}>
          {say(area.name)}
        </th>
      </tr>
      {own.map((indicator) => (
        <tr key={indicator.id}>
          <td>
            <a href={`#${indicator.id}`}>{indicator.id}</a>
          </td>
          <td className="end">
            {indicator.earned === null ? <span className="quiet">({indicator.weight})</span> : indicator.weight}
          </td>
          <td className="end">
            {indicator.state === 'scored'
              ? t('monitoring.level.short', { level: indicator.level ?? 0, max: indicator.scale.max })
              : t(`monitoring.state.${indicator.state}`)}
          </td>
          <td className="end">{indicator.earned === null ? '–' : <Mixed exact={indicator.earned} />}</td>
        </tr>
      ))}
      <tr>
        <th scope="row">{t('monitoring.sum.area')}</th>
        <td className="end">
          <b>
            <Mixed exact={area.counted} />
          </b>
        </td>
        <td className="end">
          100 × <Mixed exact={area.earned} /> : <Mixed exact={area.counted} />
        </td>
        <td className="end">
          <b>
            <Mixed exact={area.earned} />
          </b>{' '}
          → <b>{scoreWords(words, area.score.display)}</b>
        </td>
      </tr>
    </tbody>
  );
}

/** An exact sum in a form that a person can add. */
export function Mixed({ exact }: { exact: string }) {
  return exact.includes('/') ? <span className="nowrap">{mixed(exact)}</span> : <>{exact}</>;
}
