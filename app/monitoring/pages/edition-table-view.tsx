import { Icon } from '#app/components/icon.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { localDecimal } from '#app/i18n/numbers.ts';
import { BoundsBar } from '../charts/bounds-bar.tsx';
import { RankStrip } from '../charts/rank-strip.tsx';
import {
  KINDS,
  NO_BAND,
  SIZE_CLASSES,
  viewParams,
  voivodeshipsOf,
  type TablePage,
  type TableRow,
  type TableView,
} from '../cards/edition-table.ts';
import { weightParams, type ReaderWeights } from '../cards/reader-weights.ts';
import {
  boundsWords,
  coverageWords,
  kindWords,
  populationWords,
  ranksShort,
  ranksWords,
  scoreWords,
} from '../cards/score-words.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';

type Props = {
  manifest: EditionManifest;
  table: TablePage;
  view: TableView;
  weights: ReaderWeights | null;
  /** Number of an older issue, to stay in it. */ issue: number | null;
};
type Frame = Omit<Props, 'table'>;

/** What every address of the table keeps besides the view itself. */
function keptParams({ weights, issue }: Frame): Record<string, string> {
  return { ...weightParams(weights), ...(issue === null ? {} : { wydanie: String(issue) }) };
}

/** Results as a table that is sorted and narrowed by addresses alone. */
export function EditionTable(props: Props) {
  const { table, ...frame } = props;
  const { manifest, weights } = frame;
  const { t, to } = useWords();
  const { methodology, draws } = manifest.edition;
  return (
    <section className="section" id="wyniki" aria-labelledby="h-results">
      <h2 id="h-results">{t('monitoring.results')}</h2>
      {weights ? (
        <p className="own-mark">
          <b>{t('publication.weights.mark')}.</b> {t('publication.weights.table')}
        </p>
      ) : null}
      <Filters {...frame} />
      <div className="room">
        <table role="table" className="data data--stack data--score">
          <caption>
            {t('monitoring.results.caption', { shown: table.found, count: manifest.municipalities.length })}
            {weights ? `, ${t('publication.weights.mark')}` : ''}
            {table.pages > 1 ? `, ${t('monitoring.results.page', { page: table.page, pages: table.pages })}` : ''}
          </caption>
          <Head {...frame} />
          <tbody role="rowgroup">
            {table.rows.map((row) => (
              <Row key={row.teryt} row={row} {...frame} />
            ))}
          </tbody>
        </table>
      </div>
      {table.pages > 1 ? <Pages {...frame} table={table} /> : null}
      {table.found === 0 ? (
        <p className="pt-3">
          {t('monitoring.results.none')}{' '}
          <a href={`${to.edition(manifest.edition.slug, keptParams(frame))}#wyniki`}>{t('monitoring.results.all')}</a>
        </p>
      ) : null}
      <p className="source by pt-3">
        {weights
          ? t('publication.weights.legend')
          : t(manifest.uncertainty ? 'monitoring.results.legend.all' : 'monitoring.results.legend', { draws })}{' '}
        <a href={`${to.methodology(methodology.key, methodology.version)}#miejsca`}>{t('monitoring.how')}</a>
      </p>
    </section>
  );
}

function Filters(props: Frame) {
  const words = useWords();
  const { t, to } = words;
  const { manifest, view } = props;
  const voivodeships = voivodeshipsOf(manifest);
  return (
    <form className="inline-form mb-4" method="get" action={`${to.edition(manifest.edition.slug)}#wyniki`}>
      {Object.entries(keptParams(props)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {voivodeships.length > 1 ? (
        <Choice
          name="woj"
          label={t('publication.filter.voivodeship')}
          value={view.voivodeship}
          options={voivodeships.map((name) => [name, name])}
        />
      ) : null}
      <Choice
        name="typ"
        label={t('monitoring.filter.kind')}
        value={view.kind}
        options={KINDS.map((kind) => [kind, kindWords(words, kind)])}
      />
      <Choice
        name="lud"
        label={t('monitoring.filter.size')}
        value={view.size}
        options={SIZE_CLASSES.map(({ id }) => [id, t(`monitoring.size.${id}`)])}
      />
      <Choice
        name="pasmo"
        label={t('monitoring.band')}
        value={view.band}
        options={[...manifest.bands.map(({ id }): [string, string] => [id, id]), [NO_BAND, t('monitoring.no-score')]]}
      />
      <div className="field">
        <label htmlFor="f-q">{t('monitoring.filter.name')}</label>
        <input
          className="input"
          id="f-q"
          name="q"
          type="search"
          maxLength={bounds.searchedName}
          autoComplete="off"
          defaultValue={view.name}
        />
      </div>
      <button className="btn btn--quiet" type="submit">
        {t('form.show')}
      </button>
    </form>
  );
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: [string, string][];
}) {
  const { t } = useWords();
  return (
    <div className="field">
      <label htmlFor={`f-${name}`}>{label}</label>
      <select className="input" id={`f-${name}`} name={name} defaultValue={value}>
        <option value="">{t('monitoring.filter.all')}</option>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Pages of the table, the first and the last and those around the one shown. */
function Pages({ table, ...frame }: Frame & { table: TablePage }) {
  const { t, to } = useWords();
  const { manifest, view } = frame;
  const near = Array.from({ length: table.pages }, (_, at) => at + 1).filter(
    (page) => page === 1 || page === table.pages || Math.abs(page - table.page) <= 2,
  );
  const href = (page: number) => {
    const sort = `${view.descending ? '-' : ''}${view.sort}`;
    const params = {
      ...(sort === '-total' ? {} : { sort }),
      ...viewParams(view),
      ...keptParams(frame),
      ...(page > 1 ? { strona: String(page) } : {}),
    };
    return `${to.edition(manifest.edition.slug, params)}#wyniki`;
  };
  return (
    <nav className="pt-3" aria-label={t('monitoring.results.pages')}>
      <ul className="facts">
        {near.map((page) => (
          <li key={page}>
            {page === table.page ? (
              <b aria-current="page">{page}</b>
            ) : (
              <a href={href(page)}>
                <span className="vh">{t('monitoring.results.page-n')}</span> {page}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Head(props: Frame) {
  const { t, say } = useWords();
  const { manifest, weights } = props;
  const ranked = manifest.municipalities.filter((row) => row.standing).length;
  return (
    <thead role="rowgroup">
      <tr role="row">
        <SortHead {...props} by="name">
          {t('monitoring.municipality')}
        </SortHead>
        <SortHead {...props} by="total" figures>
          {t(weights ? 'publication.weights.score' : 'monitoring.score')}
        </SortHead>
        <th role="columnheader" scope="col" className="col-24">
          {t('monitoring.on-scale')}
          <span className="axis" aria-hidden="true">
            <span>0</span>
            <span>50</span>
            <span>100</span>
          </span>
        </th>
        <SortHead {...props} by="rank" figures>
          {t(weights ? 'publication.weights.rank' : 'monitoring.ranks.head')}
        </SortHead>
        {weights ? (
          <th role="columnheader" scope="col" className="end">
            {t('publication.weights.edition-score')}
          </th>
        ) : (
          <th role="columnheader" scope="col" className="col-15">
            {t('monitoring.rank-interval')}
            <span className="axis" aria-hidden="true">
              <span>1.</span>
              <span>{ranked}.</span>
            </span>
          </th>
        )}
        {manifest.areas.map((area) => (
          <SortHead key={area.id} {...props} by={area.id} figures>
            <abbr title={say(area.name)}>{say(area.name).split(' ')[0]}</abbr>
          </SortHead>
        ))}
      </tr>
    </thead>
  );
}

type SortProps = Frame & { by: string; figures?: boolean; children: React.ReactNode };

function SortHead({ by, figures = false, children, ...frame }: SortProps) {
  const { to } = useWords();
  const { manifest, view } = frame;
  const isSorted = view.sort === by;
  // A second click turns the order round; figures of scores begin with the greatest.
  const descending = isSorted ? !view.descending : by !== 'name' && by !== 'rank';
  const params = { sort: `${descending ? '-' : ''}${by}`, ...viewParams(view), ...keptParams(frame) };
  return (
    <th
      role="columnheader"
      scope="col"
      className={figures ? 'end' : undefined}
      aria-sort={isSorted ? (view.descending ? 'descending' : 'ascending') : undefined}
    >
      <a className="sort" href={`${to.edition(manifest.edition.slug, params)}#wyniki`}>
        {children}
        <Icon sign={isSorted ? 's-down' : 's-both'} />
      </a>
    </th>
  );
}

function Row({ row, manifest, weights, issue }: Frame & { row: TableRow }) {
  const words = useWords();
  const { t, to, say, locale } = words;
  const { standing } = row;
  const { total, areas } = row.own ?? row;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={to.scorecard(manifest.edition.slug, row.teryt, issue)}>{row.name}</a>
        <br />
        <span className="quiet plain nowrap">
          {kindWords(words, row.kind)}
          {row.population === null ? '' : `, ${populationWords(words, row.population)}`}
        </span>
      </th>
      {total.display === null || total.value === null ? (
        <td role="cell" colSpan={4}>
          {t('monitoring.no-score.row', {
            coverage: coverageWords(total.coverage),
            min: Math.round(manifest.minCoverageTotal * 100),
          })}
        </td>
      ) : (
        <>
          <td role="cell" className="end" data-label={t(weights ? 'publication.weights.score' : 'monitoring.score')}>
            <b>{localDecimal(locale, total.display)}</b>
          </td>
          <td role="cell" className="draw">
            <span className="vh">{boundsWords(words, total) ?? scoreWords(words, total.display)}</span>
            <BoundsBar value={total.value} low={total.low ?? total.value} high={total.high ?? total.value} />
          </td>
          {row.own ? (
            <>
              <td role="cell" className="end nowrap" data-label={t('publication.weights.rank')}>
                {row.own.rank ?? t('monitoring.none')}
              </td>
              <td role="cell" className="end" data-label={t('publication.weights.edition-score')}>
                {scoreWords(words, row.total.display)}
              </td>
            </>
          ) : (
            <>
              <td role="cell" className="end nowrap" data-label={t('monitoring.ranks.head')}>
                {standing ? ranksShort(standing) : t('monitoring.none')}
              </td>
              <td role="cell" className="draw">
                <span className="vh">{standing ? ranksWords(words, standing) : t('monitoring.none')}</span>
                {standing ? <RankStrip p05={standing.p05} p95={standing.p95} of={standing.of} /> : null}
              </td>
            </>
          )}
        </>
      )}
      {manifest.areas.map((area) => (
        <td key={area.id} role="cell" className="end" data-label={say(area.name).split(' ')[0]}>
          {areas[area.id]?.display == null ? (
            <span title={t('monitoring.no-score')}>{t('monitoring.none')}</span>
          ) : (
            scoreWords(words, areas[area.id]?.display ?? null)
          )}
        </td>
      ))}
    </tr>
  );
}
