import type { CoveredIssue } from '#app/record/covered/covered-rows.server.ts';
import { Notice, PageHead } from '#app/components/page-parts.tsx';
import { localDecimal } from '#app/i18n/numbers.ts';
import { DotDistribution } from '../charts/dot-distribution.tsx';
import { plotScores, plotWords } from '../charts/dots.ts';
import { PER_PAGE } from '../cards/edition-table.ts';
import { countAsked } from '../cards/asking.ts';
import { EditionTable } from './edition-table-view.tsx';
import type { EditionFileKind } from '#app/i18n/paths.ts';
import type { ShownIssue } from '../access/edition-queries.server.ts';
import type { EditionFigures, TablePage, TableView } from '../cards/edition-table.ts';
import { Hash } from '../cards/hash-view.tsx';
import { dayWords, instantDay, notCompared } from '../cards/score-words.ts';
import { CorrectionsList } from './corrections-list.tsx';
import { WithdrawnCards } from './withdrawn-cards.tsx';
import { RecomputeLinks } from './recompute-links.tsx';
import { IssueNotices } from './issue-notices.tsx';
import { ReliabilitySection } from '../fieldwork/reliability-section.tsx';
import { Overview } from '../overview/overview-view.tsx';
import type { BandList, OverviewRow } from '../overview/overview.ts';
import type { EditionPack } from '../press/edition-pack.ts';
import { hasWeightLeft, weightParams, type ReaderWeights } from '../cards/reader-weights.ts';
import { WeightsForm } from '../compare/weights-form.tsx';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import { HowToCite } from '../press/how-to-cite.tsx';
import { useWords } from '../bridge/use-words.ts';

export type EditionPageProps = {
  manifest: EditionManifest;
  manifestHash: string;
  shown: ShownIssue;
  covered: Pick<CoveredIssue, 'any'>;
  table: TablePage;
  view: TableView;
  figures: EditionFigures;
  /** Null for the edition's own weights. */
  weights: ReaderWeights | null;
  overview: { rows: OverviewRow[]; bands: BandList[] };
  pack: EditionPack;
};

/** The public page of an edition: finding, weights in the reader's hands, overview, table of results, files, corrections. */
export function EditionView(props: EditionPageProps) {
  const { manifest, shown, figures, weights, overview, manifestHash, covered, pack } = props;
  const { t, to } = useWords();
  const { slug } = manifest.edition;
  const issue = shown.issue < shown.newest ? shown.issue : null;
  return (
    <>
      <IssueNotices shown={shown} newestHref={to.edition(slug)} />
      <EditionHead manifest={manifest} />
      <Contents manifest={manifest} />
      {figures ? <Finding manifest={manifest} figures={figures} weights={weights} issue={issue} /> : null}
      <WeightsForm manifest={manifest} weights={weights} view={props.view} issue={issue} />
      {weights !== null && !hasWeightLeft(manifest, weights) ? (
        <Notice warn>
          <p id="wyniki">
            {t('publication.weights.all-zero')}{' '}
            <a href={`${to.edition(slug, issue === null ? {} : { wydanie: String(issue) })}#wagi`}>
              {t('publication.weights.reset')}
            </a>
          </p>
        </Notice>
      ) : (
        <>
          <Overview
            {...overview}
            manifest={manifest}
            issue={issue}
            isOwn={weights !== null}
            params={weightParams(weights)}
          />
          <Indicators manifest={manifest} issue={issue} />
          <NotRanked manifest={manifest} />
          <EditionTable {...props} issue={issue} />
        </>
      )}
      <PairForm manifest={manifest} />
      <ReliabilitySection
        reliability={manifest.reliability}
        areas={manifest.areas.map(({ id, name }) => ({ id, ...name }))}
        share={0}
      />
      <WithdrawnCards slug={slug} cards={manifest.withdrawn ?? []} />
      <section className="section" id="korekty" aria-labelledby="h-corrections">
        <h2 id="h-corrections">{t('publication.corrections', { count: manifest.corrections.length })}</h2>
        <CorrectionsList slug={slug} corrections={manifest.corrections} named />
      </section>
      <EditionFiles manifest={manifest} manifestHash={manifestHash} isCovered={covered.any} pack={pack} issue={issue} />
    </>
  );
}

/** Every question, with the page that shows it over all municipalities. */
function Indicators({ manifest, issue }: { manifest: EditionManifest; issue: number | null }) {
  const { t, to, say } = useWords();
  return (
    <details className="mt-4">
      <summary>{t('monitoring.across.list', { count: manifest.indicators.length })}</summary>
      <ul>
        {manifest.indicators.map(({ id, question }) => (
          <li key={id}>
            <a href={to.indicatorAcross(manifest.edition.slug, id, issue)}>
              {id}. {say(question)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Sections of the page, for whom it is long. */
function Contents({ manifest }: { manifest: EditionManifest }) {
  const { t } = useWords();
  const entries = [
    ['wagi', t('publication.weights')],
    ['przeglad', t('publication.overview')],
    ['wyniki', t('monitoring.results')],
    ...(manifest.municipalities.length < 2 ? [] : [['para', t('publication.pair')] as const]),
    ['zgodnosc', t('fieldwork.reliability.title')],
    ['korekty', t('publication.corrections', { count: manifest.corrections.length })],
    ['dane', t('monitoring.edition.files')],
  ] as const;
  return (
    <nav className="mb-4" aria-label={t('monitoring.contents')}>
      <ul className="facts">
        {entries.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Why nobody is ranked, above the table that then has no ranks. */
function NotRanked({ manifest }: { manifest: EditionManifest }) {
  const reason = notCompared(useWords(), manifest);
  return reason === null ? null : (
    <Notice warn>
      <p>{reason}</p>
    </Notice>
  );
}

function EditionHead({ manifest }: { manifest: EditionManifest }) {
  const { t, to, say, locale } = useWords();
  const { edition, municipalities } = manifest;
  const { methodology } = edition;
  return (
    <PageHead
      title={say(edition.title)}
      kind={
        <>
          {edition.team.name},{' '}
          <a href={to.methodology(methodology.key, methodology.version)}>
            {t('monitoring.method.version', { version: methodology.version })}
          </a>
          , {instantDay(locale, edition.publishedAt)}
        </>
      }
      lead={t('monitoring.edition.lead', {
        count: municipalities.length,
        areas: manifest.areas.map((area) => say(area.name).toLocaleLowerCase(locale)).join(', '),
      })}
    >
      <ul className="facts">
        <li>
          {t('monitoring.measured', {
            from: dayWords(locale, edition.measuredFrom),
            to: dayWords(locale, edition.measuredTo),
          })}
        </li>
        <li>
          {t('publication.issue', { issue: manifest.issue })},{' '}
          <a href="#korekty">{t('publication.corrections', { count: manifest.corrections.length })}</a>
        </li>
        <AskedLine manifest={manifest} />
        {edition.isDemo ? <li>{t('monitoring.demo')}</li> : null}
      </ul>
    </PageHead>
  );
}

/** How many offices replied, were silent, could not be told, or were not asked; editions released before that was kept do not know. */
function AskedLine({ manifest }: { manifest: EditionManifest }) {
  const { t } = useWords();
  const known = manifest.municipalities.flatMap(({ asked }) => asked ?? []);
  if (known.length < manifest.municipalities.length) return null;
  const counts = countAsked(known);
  const told = (['replied', 'silent', 'unnotified', 'not-asked'] as const).filter((state) => counts[state] > 0);
  return (
    <li>
      {t('publication.asked.offices')}{' '}
      {told.map((state) => t(`publication.asked.count.${state}`, { count: counts[state] })).join(', ')}
    </li>
  );
}

type FindingProps = {
  manifest: EditionManifest;
  figures: NonNullable<EditionFigures>;
  weights: ReaderWeights | null;
  issue: number | null;
};

function Finding({ manifest, figures, weights, issue }: FindingProps) {
  const { t, to, say, locale } = useWords();
  const { edition, municipalities } = manifest;
  const decimal = (display: string) => localDecimal(locale, display);
  const without = municipalities.length - figures.withTotal;
  const mark = weights ? ` (${t('publication.weights.mark')})` : '';
  const plot = plotScores(figures.scores, null);
  return (
    <section>
      <figure className="chart">
        <figcaption id="h-finding">
          {t('monitoring.finding', { median: decimal(figures.median) })}
          {mark}
          <span>{t(plotWords(plot))}</span>
        </figcaption>
        <DotDistribution
          id="edition-dots"
          bands={manifest.bands}
          plot={plot}
          title={`${t('monitoring.chart.title', { title: say(edition.title) })}${mark}`}
          desc={`${t('monitoring.chart.desc', { count: figures.withTotal, low: decimal(figures.lowest), high: decimal(figures.highest), median: decimal(figures.median) })} ${t('monitoring.chart.bands', { bands: figures.byBand.map((band) => `${band.id}: ${band.count}`).join(', ') })}`}
        />
        <p className="source">
          {without > 0 ? <span>{t('monitoring.edition.without', { count: without })}</span> : null}
          <a href="#wyniki">{t('monitoring.chart.table')}</a>
          <a href={to.editionChart(edition.slug)}>{t('monitoring.compare.open')}</a>
          <a href={to.editionVariantsPage(edition.slug, issue)}>{t('monitoring.variants.open')}</a>
          <a href={to.editionFile(edition.slug, 'csv', { ...weightParams(weights), wydanie: issue })}>
            CSV{weights ? ` (${t('publication.weights.mark')})` : ''}
          </a>
          {weights ? null : (
            <>
              <a href={to.editionFile(edition.slug, 'png', { wydanie: issue })}>PNG</a>
              <a href={to.editionFile(edition.slug, 'svg', { wydanie: issue })}>SVG</a>
            </>
          )}
        </p>
      </figure>
    </section>
  );
}

type FilesProps = {
  manifest: EditionManifest;
  manifestHash: string;
  isCovered: boolean;
  pack: EditionPack;
  issue: number | null;
};

function EditionFiles({ manifest, manifestHash, isCovered, pack, issue }: FilesProps) {
  const { t, to } = useWords();
  const { edition } = manifest;
  const file = (kind: EditionFileKind) => to.editionFile(edition.slug, kind, { wydanie: issue });
  return (
    <section className="section" id="dane" aria-labelledby="h-files">
      <h2 id="h-files">{t('monitoring.edition.files')}</h2>
      <div className="cols cols--2 top">
        <div className="stack">
          <p>{t('monitoring.not-measured.text')}</p>
          <h3 className="sub-head">{t('publication.citation')}</h3>
          <HowToCite apa={pack.apa} bibtex={pack.bibtex} licence={edition.licence} contact={edition.team.contact} />
          <h3 className="sub-head">{t('publication.press')}</h3>
          <p>
            {t('publication.press.text')} <a href={to.press(edition.slug)}>{t('publication.press.open')}</a>
          </p>
          <h3 className="sub-head">{t('publication.embed')}</h3>
          <div className="field">
            <label htmlFor="embed-code">{t('publication.embed.code')}</label>
            <textarea className="input code-text" id="embed-code" rows={4} readOnly defaultValue={pack.embedCode} />
          </div>
        </div>
        <div className="stack">
          <RecomputeLinks />
          <p>
            <a href={to.editionDownload(edition.slug)}>{t('openness.download')}</a>
          </p>
          <ul className="downloads" role="list">
            <li>
              <a href={file('csv')}>{t('monitoring.download.edition-csv')}</a>
              <span className="quiet">CSV</span>
            </li>
            <li>
              <a href={file('csv-metadata.json')}>{t('publication.file.csvw')}</a>
              <span className="quiet">CSVW</span>
            </li>
            <li>
              <a href={file('json')}>{t('monitoring.download.edition-json')}</a>
              <span className="quiet">JSON</span>
            </li>
            {manifest.files['codings.csv'] === undefined ? null : <CodingFiles slug={edition.slug} issue={issue} />}
            <li>
              <a href={file('png')}>{t('publication.file.png')}</a>
              <span className="quiet">PNG</span>
            </li>
            <li>
              <a href={file('svg')}>{t('publication.file.svg')}</a>
              <span className="quiet">SVG</span>
            </li>
            <li>
              <a href={file('jsonld')}>{t('publication.file.dcat')}</a>
              <span className="quiet">JSON-LD</span>
            </li>
            <li>
              <a href={file('ttl')}>{t('publication.file.dcat')}</a>
              <span className="quiet">Turtle</span>
            </li>
          </ul>
          <Hash label={t('publication.hash.issue', { issue: manifest.issue })} value={manifestHash} />
          {isCovered ? <p className="note">{t('redaction.hash-note.edition')}</p> : null}
          {manifest.previous ? (
            <Hash label={t('publication.hash.previous', { issue: manifest.issue - 1 })} value={manifest.previous} />
          ) : null}
          {manifest.issue > 1 ? (
            <p className="by">
              <a href={to.edition(edition.slug, { wydanie: manifest.issue - 1 })}>
                {t('publication.corrections.old', { issue: manifest.issue - 1 })}
              </a>
            </p>
          ) : null}
          <p className="by">{t('publication.verify')}</p>
        </div>
      </div>
    </section>
  );
}

function PairForm({ manifest }: { manifest: EditionManifest }) {
  const { t, to, locale } = useWords();
  const listed = [...manifest.municipalities].sort((a, b) => a.name.localeCompare(b.name, locale));
  if (listed.length < 2) return null;
  if (listed.length > PER_PAGE)
    return (
      <section className="section" id="para" aria-labelledby="h-pair">
        <h2 id="h-pair">{t('publication.pair')}</h2>
        <p>
          <a href={to.editionPair(manifest.edition.slug)}>{t('publication.pair.choose', { count: listed.length })}</a>
        </p>
      </section>
    );
  const options = listed.map((row) => (
    <option key={row.teryt} value={row.teryt}>
      {row.name}
    </option>
  ));
  return (
    <section className="section" id="para" aria-labelledby="h-pair">
      <h2 id="h-pair">{t('publication.pair')}</h2>
      <form className="inline-form" method="get" action={to.editionPair(manifest.edition.slug)}>
        <div className="field">
          <label htmlFor="f-a">{t('publication.pair.first')}</label>
          <select className="input" id="f-a" name="a" defaultValue={listed[0]?.teryt}>
            {options}
          </select>
        </div>
        <div className="field">
          <label htmlFor="f-b">{t('publication.pair.second')}</label>
          <select className="input" id="f-b" name="b" defaultValue={listed[1]?.teryt}>
            {options}
          </select>
        </div>
        <button className="btn btn--quiet" type="submit">
          {t('publication.pair.submit')}
        </button>
      </form>
    </section>
  );
}

/** Both codings of everything that was coded twice. */
function CodingFiles({ slug, issue }: { slug: string; issue: number | null }) {
  const { t, to } = useWords();
  return (
    <>
      <li>
        <a href={to.editionCodings(slug, 'csv', issue)}>{t('publication.codings.file')}</a>
        <span className="quiet">CSV</span>
      </li>
      <li>
        <a href={to.editionCodings(slug, 'csv-metadata.json', issue)}>{t('publication.codings.file.csvw')}</a>
        <span className="quiet">CSVW</span>
      </li>
      <li>
        <a href={to.editionCodings(slug, 'json', issue)}>{t('publication.codings.file')}</a>
        <span className="quiet">JSON</span>
      </li>
    </>
  );
}
