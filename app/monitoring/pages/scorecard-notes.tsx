import { KINDS, likeRows, sizeClassOf } from '../cards/edition-table.ts';
import { CorrectionsList } from './corrections-list.tsx';
import { HowItWasCoded } from './fieldwork-view.tsx';
import { kindWords, ranksShort, scoreWords } from '../cards/score-words.ts';
import type { EditionManifest, ScorecardDocument } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';

type Props = { document: ScorecardDocument; manifest: EditionManifest };

/** Below the indicators: like municipalities, who coded, what is not measured, what was corrected. */
export function ScorecardNotes({ document, manifest }: Props) {
  const { t } = useWords();
  return (
    <>
      <div className="cols cols--2 top section">
        <LikeMunicipalities document={document} manifest={manifest} />
        <div className="stack">
          <HowItWasCoded document={document} />
          <NotMeasured document={document} />
        </div>
      </div>
      <section className="section" id="korekty" aria-labelledby="h-corrections">
        <h2 id="h-corrections">{t('publication.corrections', { count: document.corrections.length })}</h2>
        <CorrectionsList slug={document.edition.slug} corrections={document.corrections} />
      </section>
    </>
  );
}

function LikeMunicipalities({ document, manifest }: Props) {
  const words = useWords();
  const { t, to } = words;
  const { municipality, edition } = document;
  const size = sizeClassOf(municipality.population);
  const like = likeRows(manifest, municipality);
  const kind = KINDS.some((known) => known === municipality.kind)
    ? kindWords(words, municipality.kind)
    : municipality.kind;
  return (
    <section className="stack" aria-labelledby="h-like">
      <h2 id="h-like">{t('monitoring.like')}</h2>
      {like.length < 2 ? (
        <p>{t('monitoring.like.none')}</p>
      ) : (
        <div className="room">
          <table className="data data--dense">
            <caption>{t('monitoring.like.caption', { kind, size: size ? t(`monitoring.size.${size}`) : '' })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('monitoring.municipality')}</th>
                <th scope="col" className="end">
                  {t('monitoring.score')}
                </th>
                <th scope="col" className="end">
                  {t('monitoring.ranks.head')}
                </th>
              </tr>
            </thead>
            <tbody>
              {like.map((row) => (
                <tr key={row.teryt} className={row.teryt === municipality.teryt ? 'pick' : undefined}>
                  <th scope="row">
                    {row.teryt === municipality.teryt ? (
                      row.name
                    ) : (
                      <a href={to.scorecard(edition.slug, row.teryt)}>{row.name}</a>
                    )}
                  </th>
                  <td className="end">{scoreWords(words, row.total.display)}</td>
                  <td className="end nowrap">{row.standing ? ranksShort(row.standing) : t('monitoring.none')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
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
      <p className="by">
        {t('monitoring.team', { name: team.name })} {t('monitoring.contact', { contact: team.contact })}
      </p>
    </section>
  );
}
