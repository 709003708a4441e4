import { localDecimal } from '#app/i18n/numbers.ts';
import { percent } from '../charts/bounds-bar.tsx';
import { Scale } from '../charts/dot-distribution.tsx';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';
import { NO_BAND } from '../cards/edition-table.ts';
import type { BandList, OverviewRow } from './overview.ts';

/** More names than this are a wall, not an overview: then bands are told in numbers. */
const NAMED = 150;

type Props = {
  rows: readonly OverviewRow[];
  bands: readonly BandList[];
  manifest: EditionManifest;
  issue: number | null;
  isOwn: boolean;
  /** Reader's weights, kept in links. */ params: Record<string, string>;
};

/** The whole edition at a glance, readable on a phone and by a screen reader: who is in which band, and regions on one scale instead of a map. */
export function Overview(props: Props) {
  const { t } = useWords();
  return (
    <section className="section" id="przeglad" aria-labelledby="h-overview">
      <h2 id="h-overview">
        {t('publication.overview')}
        {props.isOwn ? ` (${t('publication.weights.mark')})` : ''}
      </h2>
      <Bands {...props} />
      <Regions {...props} />
    </section>
  );
}

function Bands({ bands, manifest, issue, params }: Props) {
  const { t, to, locale } = useWords();
  const { slug } = manifest.edition;
  const isNamed = manifest.municipalities.length <= NAMED;
  return (
    <dl className="band-list">
      {bands.map(({ id, municipalities }) => (
        <div key={id ?? NO_BAND}>
          <dt>
            {id ?? t('monitoring.no-score')}{' '}
            <a
              className="plain"
              href={`${to.edition(slug, { pasmo: id ?? NO_BAND, wydanie: issue, ...params })}#wyniki`}
            >
              {t('monitoring.municipalities.n', { count: municipalities.length })}
            </a>
          </dt>
          {isNamed ? (
            <dd>
              {municipalities.map(({ teryt, name, display }, at) => (
                <span key={teryt}>
                  {at > 0 ? ', ' : ''}
                  <a href={to.scorecard(slug, teryt, issue)}>{name}</a>
                  {display === null ? '' : ` ${localDecimal(locale, display)}`}
                </span>
              ))}
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

/** What a map would show. Nothing for one region. */
function Regions({ rows, manifest, issue, params }: Props) {
  const { t, to, locale } = useWords();
  if (rows.length < 2) return null;
  const { slug } = manifest.edition;
  const isOne = new Set(rows.map((row) => row.voivodeship)).size === 1;
  return (
    <>
      <h3 className="sub-head mt-4">
        {t(isOne ? 'publication.overview.counties' : 'publication.overview.voivodeships')}
      </h3>
      <p className="note">{t('publication.overview.note')}</p>
      <ul className="regions" role="list">
        {rows.map((row) => (
          <li key={row.name}>
            <p className="name">
              {isOne ? (
                row.name
              ) : (
                <a href={`${to.edition(slug, { woj: row.voivodeship, wydanie: issue, ...params })}#wyniki`}>
                  {row.name}
                </a>
              )}
              <small>{t('monitoring.municipalities.n', { count: row.count })}</small>
            </p>
            <p className="v">
              {row.figures
                ? t('publication.overview.median', { median: localDecimal(locale, row.figures.median) })
                : t('monitoring.no-score')}
            </p>
            {row.figures ? (
              <svg width="100%" height="34" aria-hidden="true" focusable="false">
                <line className="c-axis" x1="0" x2="100%" y1="16" y2="16" />
                {row.figures.scores.map((score, at) => (
                  <line key={at} className="c-tick" x1={percent(score)} x2={percent(score)} y1="4" y2="16" />
                ))}
                <rect
                  className="c-pick"
                  x={percent(Number(row.figures.median))}
                  y="1"
                  width="4"
                  height="15"
                  transform="translate(-2 0)"
                />
                <Scale y={31} steps={[0, 50, 100]} />
              </svg>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
