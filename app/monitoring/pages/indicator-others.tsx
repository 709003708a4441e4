import { percent } from '../charts/bounds-bar.tsx';
import { isComparable } from '../cards/comparable.ts';
import { sizeClassOf } from '../cards/edition-table.ts';
import { LevelMark } from '../cards/level-mark.tsx';
import { levelSpread } from '../cards/level-spread.ts';
import { kindWords } from '../cards/score-words.ts';
import type {
  EditionManifest,
  ManifestAnswer,
  ScorecardDocument,
  ScorecardIndicator,
} from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';

type Props = { document: ScorecardDocument; manifest: EditionManifest; indicator: ScorecardIndicator };

/** Like municipalities on this question, and how many have each level. */
export function IndicatorOthers({ document, manifest, indicator }: Props) {
  const { t, to } = useWords();
  return (
    <section className="section" id="inne" aria-labelledby="h-others">
      <h2 id="h-others">{t('monitoring.others')}</h2>
      <p>
        <a href={to.indicatorAcross(document.edition.slug, indicator.id)}>{t('monitoring.across.open')}</a>
      </p>
      {isComparable(document.reliability, indicator) ? (
        <div className="cols cols--2 top">
          <LikeLevels document={document} manifest={manifest} indicator={indicator} />
          <Spread manifest={manifest} indicator={indicator} />
        </div>
      ) : (
        <p className="note">{t('publication.not-compared.indicator')}</p>
      )}
    </section>
  );
}

function LikeLevels({ document, manifest, indicator }: Props) {
  const words = useWords();
  const { t, to } = words;
  const { municipality, edition } = document;
  const size = sizeClassOf(municipality.population);
  const order = (answer: ManifestAnswer | undefined) => (typeof answer === 'number' ? answer : -1);
  const like = manifest.municipalities
    .filter((row) => row.kind === municipality.kind && sizeClassOf(row.population) === size)
    .sort((a, b) => order(b.answers[indicator.id]) - order(a.answers[indicator.id]) || (a.teryt < b.teryt ? -1 : 1));
  return (
    <div className="room">
      <table className="data data--dense">
        <caption>
          {t('monitoring.like.caption', {
            kind: kindWords(words, municipality.kind),
            size: size ? t(`monitoring.size.${size}`) : '',
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('monitoring.municipality')}</th>
            <th scope="col">{t('monitoring.level.head')}</th>
          </tr>
        </thead>
        <tbody>
          {like.map((row) => (
            <tr key={row.teryt} className={row.teryt === municipality.teryt ? 'pick' : undefined}>
              <th scope="row">
                {row.teryt === municipality.teryt ? (
                  row.name
                ) : (
                  <a href={to.indicator(edition.slug, row.teryt, indicator.id)}>{row.name}</a>
                )}
              </th>
              <td>
                <AnswerCell answer={row.answers[indicator.id] ?? 'not_assessed'} indicator={indicator} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AnswerCell({ answer, indicator }: { answer: ManifestAnswer; indicator: ScorecardIndicator }) {
  const { t } = useWords();
  const { scale } = indicator;
  if (typeof answer !== 'number') return <>{t(`monitoring.state.${answer}`)}</>;
  return (
    <>
      <LevelMark steps={scale.max - scale.min} filled={answer - scale.min} />
      <span className="nowrap">{t('monitoring.level.short', { level: answer, max: scale.max })}</span>
    </>
  );
}

function Spread({ manifest, indicator }: Omit<Props, 'document'>) {
  const { t } = useWords();
  const answers = manifest.municipalities.map((row) => row.answers[indicator.id] ?? 'not_assessed');
  const { levels: counts, withLevel } = levelSpread(manifest, indicator);
  const greatest = Math.max(1, ...counts.map((each) => each.count));
  const states = (['not_applicable', 'not_assessed', 'withheld'] as const)
    .map((state) => ({ state, count: answers.filter((answer) => answer === state).length }))
    .filter((each) => each.count > 0);
  return (
    <figure className="chart">
      <figcaption>
        {t('monitoring.spread', { count: withLevel })}
        <span>{t('monitoring.spread.note')}</span>
      </figcaption>
      <ul className="spread" role="list">
        {counts.map(({ level, count }) => (
          <li key={level} className={level === indicator.level ? 'here' : undefined}>
            <span>{t('monitoring.level.n', { level })}</span>
            <svg className="spark" width="100%" height="14" aria-hidden="true" focusable="false">
              <rect
                className={level === indicator.level ? 'c-pick' : 'c-bar'}
                x="0"
                y="1"
                width={percent((count / greatest) * 100)}
                height="12"
              />
            </svg>
            <span className="end">{t('monitoring.municipalities.n', { count })}</span>
          </li>
        ))}
      </ul>
      {states.length > 0 ? (
        <p className="source">
          <span>{states.map((each) => `${t(`monitoring.state.${each.state}`)}: ${each.count}`).join(', ')}</span>
        </p>
      ) : null}
    </figure>
  );
}
