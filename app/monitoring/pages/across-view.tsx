import { PageHead } from '#app/components/page-parts.tsx';
import { percent } from '../charts/bounds-bar.tsx';
import { LevelMark } from '../cards/level-mark.tsx';
import { GRID, placeOf } from '../cards/regions.ts';
import { useWords } from '../bridge/use-words.ts';
import type { AcrossPage } from './across-page.server.ts';

/** One indicator over all municipalities: how many have each level, where, and who. */
export function AcrossView({ page }: { page: AcrossPage }) {
  const { t, to, say } = useWords();
  const { edition, indicator, shown } = page;
  const issue = shown.issue < shown.newest ? shown.issue : null;
  return (
    <>
      <PageHead
        title={`${indicator.id}. ${say(indicator.question)}`}
        kind={<a href={to.edition(edition.slug, { wydanie: issue })}>{say(edition.title)}</a>}
      >
        <ul className="facts">
          <li>{t('monitoring.municipalities.n', { count: page.count })}</li>
          <li>
            <a href={to.indicatorAcrossFile(edition.slug, indicator.id, issue)}>CSV</a>,{' '}
            <a href={to.indicatorAcrossFile(edition.slug, indicator.id, issue, 'xlsx')}>XLSX</a>
          </li>
          <li>
            <a href={`${to.methodology(edition.methodology.key, edition.methodology.version)}#${indicator.id}`}>
              {t('monitoring.in-method')}
            </a>
          </li>
        </ul>
      </PageHead>
      <Levels page={page} />
      {page.isCompared ? null : <p className="note">{t('publication.not-compared.indicator')}</p>}
      {page.regions.length > 0 ? <Regions page={page} issue={issue} /> : null}
      <Municipalities page={page} issue={issue} />
    </>
  );
}

function Levels({ page: { spread, states, indicator } }: { page: AcrossPage }) {
  const { t, say } = useWords();
  const greatest = Math.max(1, ...spread.levels.map(({ count }) => count));
  return (
    <section className="section" id="poziomy" aria-labelledby="h-levels">
      <h2 id="h-levels">{t('monitoring.across.levels')}</h2>
      <div className="room">
        <table role="table" className="data data--stack w-56">
          <caption className="vh">{t('monitoring.across.levels')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('monitoring.level.head')}
              </th>
              <th role="columnheader" scope="col" className="end">
                {t('monitoring.across.count')}
              </th>
              <th role="columnheader" scope="col" className="col-24" aria-hidden="true" />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {spread.levels.map(({ level, count }) => {
              const words = indicator.scale.levels.find(({ value }) => value === level);
              return (
                <tr role="row" key={level}>
                  <th role="rowheader" scope="row">
                    {t('monitoring.level.n', { level })} <span className="plain">{words ? say(words) : null}</span>
                  </th>
                  <td role="cell" className="end">
                    {count}
                  </td>
                  <td role="cell" aria-hidden="true">
                    <svg className="spark" width="100%" height="14" focusable="false">
                      <rect className="c-bar" x="0" y="1" width={percent((count / greatest) * 100)} height="12" />
                    </svg>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {states.length > 0 ? (
        <p className="source">
          <span>{states.map(({ state, count }) => `${t(`monitoring.state.${state}`)}: ${count}`).join(', ')}</span>
        </p>
      ) : null}
    </section>
  );
}

const TILE = 100;

/** Sixteen equal squares that lie about as on the map, filled from below by the share with the highest level; the table says the same. */
function Regions({ page: { regions, indicator, edition }, issue }: { page: AcrossPage; issue: number | null }) {
  const { t, to } = useWords();
  const { max } = indicator.scale;
  const placed = regions.flatMap((region) => {
    const place = placeOf(region.voivodeship);
    return place ? [{ ...region, place }] : [];
  });
  const told = (region: { withLevel: number; highest: number }) =>
    t('monitoring.across.of', { count: region.highest, n: region.withLevel });
  return (
    <section className="section" id="wojewodztwa" aria-labelledby="h-regions">
      <h2 id="h-regions">{t('publication.overview.voivodeships')}</h2>
      <p className="w-56">{t('monitoring.across.tiles', { max })}</p>
      <div className="cols cols--2 top">
        {placed.length > 1 ? (
          <svg
            viewBox={`0 0 ${GRID.columns * TILE} ${GRID.rows * TILE}`}
            width="100%"
            role="img"
            aria-labelledby="tiles-title"
            focusable="false"
          >
            <title id="tiles-title">
              {placed.map((region) => `${region.voivodeship}: ${told(region)}`).join('; ')}
            </title>
            {placed.map((region) => {
              const [x, y] = [region.place[0] * TILE + 3, region.place[1] * TILE + 3];
              const size = TILE - 6;
              const height = region.withLevel === 0 ? 0 : (size * region.highest) / region.withLevel;
              return (
                <g key={region.voivodeship}>
                  <rect className="c-bar" x={x} y={y + size - height} width={size} height={height} opacity="0.45" />
                  <rect x={x} y={y} width={size} height={size} fill="none" stroke="currentColor" />
                  <text x={x + size / 2} y={y + 38} textAnchor="middle" fontSize="13" fill="currentColor">
                    {region.voivodeship.length > 12 ? `${region.voivodeship.slice(0, 11)}…` : region.voivodeship}
                  </text>
                  <text
                    x={x + size / 2}
                    y={y + 64}
                    textAnchor="middle"
                    fontSize="18"
                    fontWeight="700"
                    fill="currentColor"
                  >
                    {told(region)}
                  </text>
                </g>
              );
            })}
          </svg>
        ) : null}
        <div className="room">
          <table className="data data--dense">
            <caption>{t('monitoring.across.regions', { max })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('monitoring.across.voivodeship')}</th>
                <th scope="col" className="end">
                  {t('monitoring.across.highest', { max })}
                </th>
              </tr>
            </thead>
            <tbody>
              {regions.map((region) => (
                <tr key={region.voivodeship}>
                  <th scope="row" className="plain">
                    <a href={`${to.edition(edition.slug, { woj: region.voivodeship, wydanie: issue })}#wyniki`}>
                      {region.voivodeship}
                    </a>
                  </th>
                  <td className="end">{told(region)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}

function Municipalities({ page, issue }: { page: AcrossPage; issue: number | null }) {
  const { t, to } = useWords();
  const { edition, indicator, rows, pages } = page;
  const { min, max } = indicator.scale;
  const href = (number: number) => `${to.indicatorAcross(edition.slug, indicator.id, issue, number)}#gminy`;
  return (
    <section className="section" id="gminy" aria-labelledby="h-all">
      <h2 id="h-all">{t('monitoring.across.municipalities')}</h2>
      <div className="room">
        <table className="data w-56">
          <caption>
            {t(page.isCompared ? 'monitoring.across.by-level' : 'monitoring.across.by-name')}
            {pages > 1 ? `, ${t('monitoring.results.page', { page: page.page, pages })}` : ''}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('monitoring.municipality')}</th>
              <th scope="col">{t('monitoring.level.head')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.teryt}>
                <th scope="row">
                  <a href={to.indicator(edition.slug, row.teryt, indicator.id, issue)}>{row.name}</a>{' '}
                  <span className="quiet plain">{t('monitoring.county', { county: row.county })}</span>
                </th>
                <td>
                  {typeof row.answer === 'number' ? (
                    <>
                      <LevelMark steps={max - min} filled={row.answer - min} />
                      <span className="nowrap">{t('monitoring.level.short', { level: row.answer, max })}</span>
                    </>
                  ) : (
                    t(`monitoring.state.${row.answer}`)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 ? (
        <nav className="pt-3" aria-label={t('monitoring.results.pages')}>
          <ul className="facts">
            {page.page > 1 ? (
              <li>
                <a href={href(page.page - 1)}>{t('fieldwork.page.previous')}</a>
              </li>
            ) : null}
            {page.page < pages ? (
              <li>
                <a href={href(page.page + 1)}>{t('fieldwork.page.next')}</a>
              </li>
            ) : null}
          </ul>
        </nav>
      ) : null}
    </section>
  );
}
