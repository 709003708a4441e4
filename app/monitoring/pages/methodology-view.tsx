import { PageHead } from '#app/components/page-parts.tsx';
import { localDecimal } from '#app/i18n/numbers.ts';
import { editionTitle } from '../cards/edition-title.ts';
import { MethodologyEntry } from './methodology-entry.tsx';
import { LegalBasisChapter, StatesChapter } from './methodology-tables.tsx';
import { BridgeView } from '../bridge/bridge-view.tsx';
import type { BridgePage } from '../bridge/bridges.server.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import { Mixed, SumsHead } from './scorecard-areas.tsx';
import { Hash } from '../cards/hash-view.tsx';
import type { WorkedSum } from '../cards/worked-sum.ts';
import { drawingRecipe } from '../scoring/drawing-recipe.ts';
import { RecomputeLinks } from './recompute-links.tsx';
import { useWords } from '../bridge/use-words.ts';

type Props = {
  methodology: Methodology;
  hash: string;
  editions: { slug: string; titlePl: string; titleEn: string }[];
  sum: WorkedSum;
  allOpen: boolean;
  bridge: BridgePage | null;
};

/** A methodology version as a book: every question, level, evidence rule, legal basis, weight, and the sum. */
export function MethodologyView(props: Props) {
  const { methodology } = props;
  const { t, say } = useWords();
  return (
    <>
      <PageHead
        title={say(methodology.title)}
        kind={t('monitoring.method.kind', { version: methodology.version })}
        lead={t('monitoring.method.lead', { count: methodology.indicators.length, areas: methodology.areas.length })}
      >
        <ul className="facts">
          {methodology.status === 'draft' ? <li>{t('monitoring.method.draft')}</li> : null}
          <li>{say(methodology.period.note)}</li>
        </ul>
      </PageHead>
      <div className="reader">
        <Contents methodology={methodology} />
        <div className="book">
          <Chapters {...props} />
        </div>
      </div>
    </>
  );
}

/** Chapters before and after those of the areas, by the id their addresses have. */
const before = ['co', 'obszary'] as const;
const after = ['dowody', 'stany', 'rachunek', 'miejsca', 'podstawa', 'wersja'] as const;

function Contents({ methodology }: { methodology: Methodology }) {
  const { t, say } = useWords();
  const entries = [
    ...before.map((id) => ({ id, title: t(`monitoring.method.chapter.${id}`), count: null })),
    ...methodology.areas.map((area) => ({
      id: area.id,
      title: say(area),
      count: methodology.indicators.filter((each) => each.area === area.id).length,
    })),
    ...after.map((id) => ({ id, title: t(`monitoring.method.chapter.${id}`), count: null })),
  ];
  return (
    <nav className="toc" aria-label={t('monitoring.contents')}>
      <p className="toc-head">
        <b>{t('monitoring.contents')}</b>
      </p>
      <details>
        <summary>{t('monitoring.contents')}</summary>
        <ol>
          {entries.map((entry, at) => (
            <li key={entry.id}>
              <a href={`#${entry.id}`}>
                <span>
                  {at + 1}. {entry.title}
                </span>
                {entry.count === null ? null : <span className="c">{entry.count}</span>}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

function Chapter({ id, no, title, children }: { id: string; no: number; title: string; children: React.ReactNode }) {
  return (
    <section id={id} aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>
        <span className="no">{no}.</span> {title}
      </h2>
      {children}
    </section>
  );
}

function Chapters({ methodology, hash, editions, sum, allOpen, bridge }: Props) {
  const { t, say } = useWords();
  const { areas, scoring } = methodology;
  const no = (id: (typeof after)[number]) => before.length + areas.length + after.indexOf(id) + 1;
  const title = (id: (typeof before)[number] | (typeof after)[number]) => t(`monitoring.method.chapter.${id}`);
  const percent = (share: number) => Math.round(share * 100);
  return (
    <>
      <Chapter id="co" no={1} title={title('co')}>
        <div className="prose">
          <p>{t('monitoring.method.what')}</p>
          <p>{t('monitoring.not-measured.text')}</p>
          <p>{t('monitoring.method.limits')}</p>
        </div>
      </Chapter>
      <Chapter id="obszary" no={2} title={title('obszary')}>
        <Areas methodology={methodology} />
      </Chapter>
      {areas.map((area, at) => (
        <Chapter key={area.id} id={area.id} no={before.length + at + 1} title={say(area)}>
          <Entries methodology={methodology} area={area.id} isFirst={at === 0} allOpen={allOpen} />
        </Chapter>
      ))}
      <Chapter id="dowody" no={no('dowody')} title={title('dowody')}>
        <div className="prose">
          <p>{t('monitoring.method.evidence.1')}</p>
          <p>{t('monitoring.method.evidence.2')}</p>
          <p>{t('monitoring.method.evidence.3')}</p>
        </div>
      </Chapter>
      <Chapter id="stany" no={no('stany')} title={title('stany')}>
        <StatesChapter />
        <div className="prose">
          <p>
            {t('monitoring.method.coverage', {
              area: percent(scoring.minCoverageArea),
              total: percent(scoring.minCoverageOverall),
            })}
          </p>
        </div>
      </Chapter>
      <Chapter id="rachunek" no={no('rachunek')} title={title('rachunek')}>
        <Sum sum={sum} />
      </Chapter>
      <Chapter id="miejsca" no={no('miejsca')} title={title('miejsca')}>
        <Ranks methodology={methodology} />
      </Chapter>
      <Chapter id="podstawa" no={no('podstawa')} title={title('podstawa')}>
        <LegalBasisChapter methodology={methodology} />
      </Chapter>
      <Chapter id="wersja" no={no('wersja')} title={title('wersja')}>
        <Version methodology={methodology} hash={hash} editions={editions} bridge={bridge} />
      </Chapter>
    </>
  );
}

function Areas({ methodology }: { methodology: Methodology }) {
  const { t, say } = useWords();
  return (
    <>
      <div className="prose">
        <p>
          {t('monitoring.method.weights', {
            tiers: Object.entries(methodology.weightTiers)
              .map(([weight, tier]) => `${weight} (${say(tier)})`)
              .join(', '),
          })}
        </p>
      </div>
      <div className="wrap" role="region" aria-label={t('monitoring.method.chapter.obszary')} tabIndex={0}>
        <table className="data">
          <caption className="vh">{t('monitoring.method.chapter.obszary')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('monitoring.area')}</th>
              <th scope="col" className="end">
                {t('monitoring.indicators')}
              </th>
              <th scope="col" className="end">
                {t('monitoring.sum-of-weights')}
              </th>
              <th scope="col" className="end">
                {t('monitoring.weight-in-total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {methodology.areas.map((area) => {
              const own = methodology.indicators.filter((each) => each.area === area.id);
              return (
                <tr key={area.id}>
                  <th scope="row">
                    <a href={`#${area.id}`}>{say(area)}</a>
                  </th>
                  <td className="end">{own.length}</td>
                  <td className="end">{own.reduce((sum, each) => sum + each.weight, 0)}</td>
                  <td className="end">{area.weight}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Entries({
  methodology,
  area,
  isFirst,
  allOpen,
}: {
  methodology: Methodology;
  area: string;
  isFirst: boolean;
  allOpen: boolean;
}) {
  const { t, to } = useWords();
  const own = methodology.indicators.filter((each) => each.area === area);
  const page = to.methodology(methodology.id, methodology.version);
  return (
    <>
      <p className="hint mb-3">
        {t('monitoring.method.open')}{' '}
        {allOpen ? (
          <a href={`${page}#${area}`}>{t('monitoring.method.fold')}</a>
        ) : (
          <a href={`${page}?widok=pelny#${area}`}>{t('monitoring.method.open-all')}</a>
        )}
      </p>
      {own.map((indicator, at) => (
        <MethodologyEntry
          key={indicator.id}
          methodology={methodology}
          indicator={indicator}
          isOpen={allOpen || (isFirst && at === 0)}
        />
      ))}
    </>
  );
}

function Sum({ sum }: { sum: WorkedSum }) {
  const { t, say, locale } = useWords();
  return (
    <>
      <div className="prose">
        <p>{t('monitoring.method.sum')}</p>
        <p>{t('monitoring.method.sum.example', { area: say(sum.area) })}</p>
      </div>
      <div className="wrap" role="region" aria-label={t('monitoring.sum')} tabIndex={0}>
        <table className="data data--dense sums">
          <caption className="vh">{t('monitoring.sum')}</caption>
          <thead>
            <SumsHead />
          </thead>
          <tbody>
            {sum.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="plain">
                  <a href={`#${row.id}`}>{row.id}</a>
                </th>
                <td className="end">{row.weight}</td>
                <td className="end">{t('monitoring.level.short', { level: row.level, max: row.max })}</td>
                <td className="end">
                  <Mixed exact={row.earned} />
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('monitoring.sum.area')}</th>
              <td className="end">
                <b>
                  <Mixed exact={sum.weights} />
                </b>
              </td>
              <td className="end">–</td>
              <td className="end">
                <b>
                  <Mixed exact={sum.earned} />
                </b>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className="sum">
        100 × <Mixed exact={sum.earned} /> : <Mixed exact={sum.weights} /> = <b>{localDecimal(locale, sum.score)}</b>
      </p>
      <p className="sum mt-3">
        {t('monitoring.method.sum.total', {
          areas: sum.areas.map((area) => localDecimal(locale, area)).join(' + '),
          n: sum.areas.length,
        })}{' '}
        <b>{localDecimal(locale, sum.total)}</b>
      </p>
      <div className="prose mt-3">
        <p>
          {t('monitoring.not-measured.compensates')} {t('monitoring.method.bounds')}
        </p>
      </div>
    </>
  );
}

function Ranks({ methodology }: { methodology: Methodology }) {
  const { t } = useWords();
  const { vector } = drawingRecipe(true);
  const bands = methodology.scoring.bands
    .map((band) => `${band.id} ${t('monitoring.band.from', { min: band.min })}`)
    .join(', ');
  return (
    <div className="prose">
      <ul>
        <li>{t('monitoring.method.rounding', { decimals: methodology.scoring.rounding.display })}</li>
        <li>{t('monitoring.method.ties')}</li>
        <li>{t('monitoring.method.interval')}</li>
        <li>{t('monitoring.method.sources')}</li>
        <li>{t('monitoring.method.clear')}</li>
        <li>{t('monitoring.method.shares')}</li>
        <li>{t('monitoring.method.bands', { bands })}</li>
      </ul>
      <h3>{t('monitoring.method.repeat')}</h3>
      <p>{t('monitoring.method.repeat.how')}</p>
      <p>{t('monitoring.method.repeat.vector', { seed: vector.seed, uniforms: vector.uniforms.join(', ') })}</p>
      <RecomputeLinks />
    </div>
  );
}

function Version({ methodology, hash, editions, bridge }: Pick<Props, 'methodology' | 'hash' | 'editions' | 'bridge'>) {
  const { t, to, locale } = useWords();
  return (
    <>
      <div className="prose">
        <p>{t('monitoring.method.version.text')}</p>
      </div>
      <ul className="downloads mt-3" role="list">
        <li>
          <a href={to.methodologyFile(methodology.id, methodology.version)}>{t('monitoring.method.file')}</a>
          <span className="quiet">JSON</span>
        </li>
        <li>
          <a href={to.methodologyFile(methodology.id, methodology.version, 'csv')}>{t('format.methodology.table')}</a>
          <span className="quiet">CSV</span>
        </li>
        <li>
          <a href={to.methodologyDownload(methodology.id, methodology.version)}>{t('format.all')}</a>
        </li>
        {editions.map((edition) => (
          <li key={edition.slug}>
            <a href={to.edition(edition.slug)}>{editionTitle(locale, edition)}</a>
            <span className="quiet">{t('monitoring.edition')}</span>
          </li>
        ))}
      </ul>
      <Hash label={t('monitoring.hash.method')} value={hash} />
      {bridge ? <BridgeView bridge={bridge} version={methodology.version} /> : null}
      <p className="by pt-3">
        <a href={to.methodologies()}>{t('fieldwork.methods.title')}</a>
      </p>
    </>
  );
}
