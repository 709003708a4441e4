import { Icon } from '#app/components/icon.tsx';
import { localDecimal } from '#app/i18n/numbers.ts';
import { BoundsBar } from './charts/bounds-bar.tsx';
import { RankStrip } from './charts/rank-strip.tsx';
import { KINDS, SIZE_CLASSES, type TableView } from './edition-table.ts';
import { coverageWords, kindWords, populationWords, ranksShort, scoreWords } from './score-words.ts';
import type { EditionManifest, ManifestRow } from './scorecard-document.ts';
import { useWords } from './use-words.ts';

type Props = { manifest: EditionManifest; rows: readonly ManifestRow[]; view: TableView };

/** Results as a table that is sorted and narrowed by addresses alone. */
export function EditionTable({ manifest, rows, view }: Props) {
  const { t, to } = useWords();
  const { methodology, draws } = manifest.edition;
  return (
    <section className="section" id="wyniki" aria-labelledby="h-results">
      <h2 id="h-results">{t('monitoring.results')}</h2>
      <Filters manifest={manifest} view={view} />
      <table role="table" className="data data--stack data--score">
        <caption>{t('monitoring.results.caption', { shown: rows.length, count: manifest.municipalities.length })}</caption>
        <Head manifest={manifest} view={view} />
        <tbody role="rowgroup">
          {rows.map((row) => <Row key={row.teryt} row={row} manifest={manifest} />)}
        </tbody>
      </table>
      {rows.length === 0 ? <p className="pt-3">{t('monitoring.results.none')} <a href={`${to.edition(manifest.edition.slug)}#wyniki`}>{t('monitoring.results.all')}</a></p> : null}
      <p className="source by pt-3">
        {t('monitoring.results.legend', { draws })} <a href={`${to.methodology(methodology.key, methodology.version)}#miejsca`}>{t('monitoring.how')}</a>
      </p>
    </section>
  );
}

function Filters({ manifest, view }: Omit<Props, 'rows'>) {
  const words = useWords();
  const { t, to } = words;
  return (
    <form className="inline-form mb-4" method="get" action={`${to.edition(manifest.edition.slug)}#wyniki`}>
      <div className="field">
        <label htmlFor="f-typ">{t('monitoring.filter.kind')}</label>
        <select className="input" id="f-typ" name="typ" defaultValue={view.kind}>
          <option value="">{t('monitoring.filter.all')}</option>
          {KINDS.map((kind) => <option key={kind} value={kind}>{kindWords(words, kind)}</option>)}
        </select>
      </div>
      <div className="field">
        <label htmlFor="f-lud">{t('monitoring.filter.size')}</label>
        <select className="input" id="f-lud" name="lud" defaultValue={view.size}>
          <option value="">{t('monitoring.filter.all')}</option>
          {SIZE_CLASSES.map((size) => <option key={size.id} value={size.id}>{t(`monitoring.size.${size.id}`)}</option>)}
        </select>
      </div>
      <div className="field">
        <label htmlFor="f-q">{t('monitoring.filter.name')}</label>
        <input className="input" id="f-q" name="q" type="search" autoComplete="off" defaultValue={view.name} />
      </div>
      <button className="btn btn--quiet" type="submit">{t('form.show')}</button>
    </form>
  );
}

function Head({ manifest, view }: Omit<Props, 'rows'>) {
  const { t, say } = useWords();
  const ranked = manifest.municipalities.filter((row) => row.standing).length;
  return (
    <thead role="rowgroup">
      <tr role="row">
        <SortHead manifest={manifest} view={view} by="name">{t('monitoring.municipality')}</SortHead>
        <SortHead manifest={manifest} view={view} by="total" figures>{t('monitoring.score')}</SortHead>
        <th role="columnheader" scope="col" className="col-24">{t('monitoring.on-scale')}<span className="axis" aria-hidden="true"><span>0</span><span>50</span><span>100</span></span></th>
        <SortHead manifest={manifest} view={view} by="rank" figures>{t('monitoring.ranks.head')}</SortHead>
        <th role="columnheader" scope="col" className="col-15">{t('monitoring.rank-interval')}<span className="axis" aria-hidden="true"><span>1.</span><span>{ranked}.</span></span></th>
        {manifest.areas.map((area) => (
          <SortHead key={area.id} manifest={manifest} view={view} by={area.id} figures>
            <abbr title={say(area.name)}>{say(area.name).split(' ')[0]}</abbr>
          </SortHead>
        ))}
      </tr>
    </thead>
  );
}

type SortProps = Omit<Props, 'rows'> & { by: string; figures?: boolean; children: React.ReactNode };

function SortHead({ manifest, view, by, figures = false, children }: SortProps) {
  const { to } = useWords();
  const isSorted = view.sort === by;
  // A second click turns the order round; figures of scores begin with the greatest.
  const descending = isSorted ? !view.descending : by !== 'name' && by !== 'rank';
  const params: Record<string, string> = { sort: `${descending ? '-' : ''}${by}`, typ: view.kind, lud: view.size, q: view.name };
  return (
    <th role="columnheader" scope="col" className={figures ? 'end' : undefined} aria-sort={isSorted ? (view.descending ? 'descending' : 'ascending') : undefined}>
      <a className="sort" href={`${to.edition(manifest.edition.slug, params)}#wyniki`}>{children}<Icon sign={isSorted ? 's-down' : 's-both'} /></a>
    </th>
  );
}

function Row({ row, manifest }: { row: ManifestRow; manifest: EditionManifest }) {
  const words = useWords();
  const { t, to, say, locale } = words;
  const { total, standing } = row;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={to.scorecard(manifest.edition.slug, row.teryt)}>{row.name}</a><br />
        <span className="quiet plain nowrap">{kindWords(words, row.kind)}{row.population === null ? '' : `, ${populationWords(words, row.population)}`}</span>
      </th>
      {total.display === null || total.value === null ? (
        <td role="cell" colSpan={4}>{t('monitoring.no-score.row', { coverage: coverageWords(total.coverage), min: Math.round(manifest.minCoverageTotal * 100) })}</td>
      ) : (
        <>
          <td role="cell" className="end" data-label={t('monitoring.score')}><b>{localDecimal(locale, total.display)}</b></td>
          <td role="cell" className="draw"><BoundsBar value={total.value} low={total.low ?? total.value} high={total.high ?? total.value} /></td>
          <td role="cell" className="end nowrap" data-label={t('monitoring.ranks.head')}>{standing ? ranksShort(standing) : '–'}</td>
          <td role="cell" className="draw">{standing ? <RankStrip p05={standing.p05} p95={standing.p95} of={standing.of} /> : null}</td>
        </>
      )}
      {manifest.areas.map((area) => (
        <td key={area.id} role="cell" className="end" data-label={say(area.name).split(' ')[0]}>
          {row.areas[area.id]?.display == null ? <span title={t('monitoring.no-score')}>{t('monitoring.none')}</span> : scoreWords(words, row.areas[area.id]?.display ?? null)}
        </td>
      ))}
    </tr>
  );
}
