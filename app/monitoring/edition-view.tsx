import { PageHead } from '#app/components/page-parts.tsx';
import { localDecimal } from '#app/i18n/numbers.ts';
import { DotDistribution } from './charts/dot-distribution.tsx';
import { EditionTable } from './edition-table-view.tsx';
import type { EditionFigures, TableView } from './edition-table.ts';
import { Hash } from './scorecard-notes.tsx';
import { dayWords, instantDay } from './score-words.ts';
import type { EditionManifest, ManifestRow } from './scorecard-document.ts';
import { useWords } from './use-words.ts';

type Props = { manifest: EditionManifest; manifestHash: string; rows: readonly ManifestRow[]; view: TableView; figures: EditionFigures };

/** The public page of an edition: finding, distribution, table of results. */
export function EditionView(props: Props) {
  return (
    <>
      <EditionHead manifest={props.manifest} />
      {props.figures ? <Finding manifest={props.manifest} figures={props.figures} /> : null}
      <EditionTable {...props} />
      <EditionFiles manifest={props.manifest} manifestHash={props.manifestHash} />
    </>
  );
}

function EditionHead({ manifest }: { manifest: EditionManifest }) {
  const { t, to, say, locale } = useWords();
  const { edition, municipalities } = manifest;
  const { methodology } = edition;
  return (
    <PageHead
      title={say(edition.title)}
      kind={(
        <>
          {edition.team.name}, <a href={to.methodology(methodology.key, methodology.version)}>{t('monitoring.method.version', { version: methodology.version })}</a>,{' '}
          {instantDay(locale, edition.publishedAt)}
        </>
      )}
      lead={t('monitoring.edition.lead', { count: municipalities.length, areas: manifest.areas.map((area) => say(area.name).toLocaleLowerCase(locale)).join(', ') })}
    >
      <ul className="facts">
        <li>{t('monitoring.measured', { from: dayWords(locale, edition.measuredFrom), to: dayWords(locale, edition.measuredTo) })}</li>
        {edition.isDemo ? <li>{t('monitoring.demo')}</li> : null}
      </ul>
    </PageHead>
  );
}

function Finding({ manifest, figures }: { manifest: EditionManifest; figures: NonNullable<EditionFigures> }) {
  const { t, to, say, locale } = useWords();
  const { edition, municipalities } = manifest;
  const decimal = (display: string) => localDecimal(locale, display);
  const without = municipalities.length - figures.withTotal;
  return (
    <section aria-labelledby="h-finding">
      <figure className="chart">
        <figcaption id="h-finding">{t('monitoring.finding', { median: decimal(figures.median) })}<span>{t('monitoring.chart.dots')}</span></figcaption>
        <DotDistribution
          id="edition-dots" bands={manifest.bands}
          scores={municipalities.flatMap((row) => (row.total.display === null ? [] : [Number(row.total.display)]))}
          title={t('monitoring.chart.title', { title: say(edition.title) })}
          desc={`${t('monitoring.chart.desc', { count: figures.withTotal, low: decimal(figures.lowest), high: decimal(figures.highest), median: decimal(figures.median) })} ${t('monitoring.chart.bands', { bands: figures.byBand.map((band) => `${band.id}: ${band.count}`).join(', ') })}`}
        />
        <p className="source">
          {without > 0 ? <span>{t('monitoring.edition.without', { count: without })}</span> : null}
          <a href="#wyniki">{t('monitoring.chart.table')}</a>
          <a href={to.editionChart(edition.slug)}>{t('monitoring.compare.open')}</a>
          <a href={to.editionFile(edition.slug, 'csv')}>CSV</a>
          <a href={to.editionFile(edition.slug, 'json')}>JSON</a>
        </p>
      </figure>
    </section>
  );
}

function EditionFiles({ manifest, manifestHash }: Pick<Props, 'manifest' | 'manifestHash'>) {
  const { t, to, say, locale } = useWords();
  const { edition } = manifest;
  return (
    <section className="section" aria-labelledby="h-files">
      <h2 id="h-files">{t('monitoring.edition.files')}</h2>
      <div className="cols cols--2 top">
        <div className="stack">
          <p>{t('monitoring.not-measured.text')}</p>
          <p className="ready">{t('monitoring.cite.edition', { team: edition.team.name, title: say(edition.title), version: edition.methodology.version, date: instantDay(locale, edition.publishedAt) })}</p>
          <p className="by">{t('monitoring.licence')} <a href={edition.licence.url} rel="license">{edition.licence.id}</a>. {t('monitoring.contact', { contact: edition.team.contact })}</p>
        </div>
        <div className="stack">
          <ul className="downloads" role="list">
            <li><a href={to.editionFile(edition.slug, 'csv')}>{t('monitoring.download.edition-csv')}</a><span className="quiet">CSV</span></li>
            <li><a href={to.editionFile(edition.slug, 'json')}>{t('monitoring.download.edition-json')}</a><span className="quiet">JSON</span></li>
          </ul>
          <Hash label={t('monitoring.hash.edition')} value={manifestHash} />
        </div>
      </div>
    </section>
  );
}
