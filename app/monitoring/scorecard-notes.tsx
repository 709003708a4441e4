import { KINDS, sizeClassOf } from './edition-table.ts';
import { instantDay, kindWords, quotedScore, ranksShort, scoreWords } from './score-words.ts';
import type { EditionManifest, ScorecardDocument } from './scorecard-document.ts';
import { useWords } from './use-words.ts';

type Props = { document: ScorecardDocument; manifest: EditionManifest; hash: string; origin: string };

/** Below the indicators: like municipalities, what is not measured, how to cite, files to take. */
export function ScorecardNotes({ document, manifest, hash, origin }: Props) {
  return (
    <>
      <div className="cols cols--2 top section">
        <LikeMunicipalities document={document} manifest={manifest} />
        <NotMeasured document={document} />
      </div>
      <CiteAndDownload document={document} hash={hash} origin={origin} />
    </>
  );
}

function LikeMunicipalities({ document, manifest }: Pick<Props, 'document' | 'manifest'>) {
  const words = useWords();
  const { t, to } = words;
  const { municipality, edition } = document;
  const size = sizeClassOf(municipality.population);
  const like = manifest.municipalities
    .filter((row) => row.kind === municipality.kind && sizeClassOf(row.population) === size)
    .sort((a, b) => (a.standing?.rank ?? Infinity) - (b.standing?.rank ?? Infinity) || (a.teryt < b.teryt ? -1 : 1));
  const kind = KINDS.some((known) => known === municipality.kind) ? kindWords(words, municipality.kind) : municipality.kind;
  return (
    <section className="stack" aria-labelledby="h-like">
      <h2 id="h-like">{t('monitoring.like')}</h2>
      {like.length < 2 ? <p>{t('monitoring.like.none')}</p> : (
        <table className="data data--dense">
          <caption>{t('monitoring.like.caption', { kind, size: size ? t(`monitoring.size.${size}`) : '' })}</caption>
          <thead><tr><th scope="col">{t('monitoring.municipality')}</th><th scope="col" className="end">{t('monitoring.score')}</th><th scope="col" className="end">{t('monitoring.ranks.head')}</th></tr></thead>
          <tbody>
            {like.map((row) => (
              <tr key={row.teryt} className={row.teryt === municipality.teryt ? 'pick' : undefined}>
                <th scope="row">{row.teryt === municipality.teryt ? row.name : <a href={to.scorecard(edition.slug, row.teryt)}>{row.name}</a>}</th>
                <td className="end">{scoreWords(words, row.total.display)}</td>
                <td className="end nowrap">{row.standing ? ranksShort(row.standing) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function NotMeasured({ document }: { document: ScorecardDocument }) {
  const { t } = useWords();
  const { team } = document.edition;
  return (
    <section className="stack" aria-labelledby="h-not">
      <h2 id="h-not">{t('monitoring.not-measured')}</h2>
      <p>{t('monitoring.not-measured.text')}</p>
      <p>{t('monitoring.not-measured.compensates')}</p>
      <p className="by">{t('monitoring.team', { name: team.name })} {t('monitoring.contact', { contact: team.contact })}</p>
    </section>
  );
}

function CiteAndDownload({ document, hash, origin }: Pick<Props, 'document' | 'hash' | 'origin'>) {
  const words = useWords();
  const { t, to, say, locale } = words;
  const { edition, municipality } = document;
  const address = to.scorecard(edition.slug, municipality.teryt);
  const file = (kind: 'csv' | 'json' | 'svg') => to.scorecardFile(edition.slug, municipality.teryt, kind);
  return (
    <section className="section" id="cytuj" aria-labelledby="h-cite">
      <h2 id="h-cite">{t('monitoring.cite')}</h2>
      <div className="cols cols--2 top">
        <div className="stack">
          <p className="ready">
            {t('monitoring.cite.text', {
              team: edition.team.name, title: say(edition.title), name: municipality.name, score: quotedScore(words, document),
              version: edition.methodology.version, date: instantDay(locale, edition.publishedAt),
            })}
          </p>
          <p className="permalink"><a href={address}>{`${origin.replace(/^https?:\/\//, '')}${address}`}</a></p>
          <p className="by">{t('monitoring.licence')} <a href={edition.licence.url} rel="license">{edition.licence.id}</a></p>
        </div>
        <div className="stack" id="pobierz">
          <h3 className="sub-head">{t('monitoring.download')}</h3>
          <ul className="downloads" role="list">
            <li><a href={file('csv')}>{t('monitoring.download.csv')}</a><span className="quiet">CSV</span></li>
            <li><a href={file('json')}>{t('monitoring.download.json')}</a><span className="quiet">JSON</span></li>
            <li><a href={file('svg')}>{t('monitoring.download.svg')}</a><span className="quiet">SVG</span></li>
          </ul>
          <Hash label={t('monitoring.hash')} value={hash} />
        </div>
      </div>
    </section>
  );
}

/** First twelve signs, the whole folded. */
export function Hash({ label, value }: { label: string; value: string }) {
  return (
    <details>
      <summary className="by">{label} <span className="hash">{value.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ')}</span></summary>
      <p className="long">{value}</p>
    </details>
  );
}
