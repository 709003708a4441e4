import { PageHead } from '#app/components/page-parts.tsx';
import { LevelMark } from '../cards/level-mark.tsx';
import { boundsWords, notCompared, rangeWords, ranksWords, scoreWords, sourcesWords } from '../cards/score-words.ts';
import type { EditionManifest, ManifestAnswer, ManifestRow } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';
import type { Pair } from './compare-pair.ts';

type Props = { manifest: EditionManifest; pair: Pair };

/** Two municipalities: first whether they can be told apart at all, then area by area, then where their answers differ. */
export function PairView({ manifest, pair }: Props) {
  const words = useWords();
  const { t, to, say } = words;
  const { slug, draws } = manifest.edition;
  const { a, b, comparison, shares } = pair;
  const reason = notCompared(words, manifest);
  return (
    <>
      <PageHead
        title={t('publication.pair.title', { a: a.name, b: b.name })}
        kind={<a href={to.edition(slug)}>{say(manifest.edition.title)}</a>}
      />
      <PairChoice manifest={manifest} pair={pair} />
      <p className="places mt-4">{verdict()}</p>
      {reason === null ? null : <p className="w-56">{reason}</p>}
      {reason !== null || comparison.aBeatsB === null || comparison.bBeatsA === null ? null : (
        <p className="w-56">
          {t(comparison.byMean ? 'publication.pair.share.all' : 'publication.pair.share', {
            a: a.name,
            b: b.name,
            draws,
            aShare: Math.round(comparison.aBeatsB * 100),
            bShare: Math.round(comparison.bBeatsA * 100),
          })}{' '}
          {comparison.byMean
            ? t('publication.pair.means', {
                a: a.name,
                arithmetic: Math.round(comparison.byMean.arithmetic.aBeatsB * 100),
                geometric: Math.round(comparison.byMean.geometric.aBeatsB * 100),
              })
            : null}
        </p>
      )}
      {reason === null && shares ? (
        <p className="w-56">{t('publication.pair.sources', { sources: sourcesWords(words, shares) })}</p>
      ) : null}
      <div className="room">
        <table className="data w-56 mt-4">
          <caption>{t('publication.pair.scores')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('monitoring.score')}</th>
              <th scope="col" className="end">
                <a href={to.scorecard(slug, a.teryt)}>{a.name}</a>
              </th>
              <th scope="col" className="end">
                <a href={to.scorecard(slug, b.teryt)}>{b.name}</a>
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('monitoring.compare.total')}</th>
              <Total row={a} />
              <Total row={b} />
            </tr>
            <tr>
              <th scope="row">{t('monitoring.bounds')}</th>
              {[a, b].map((row) => (
                <td key={row.teryt} className="end">
                  {boundsWords(words, row.total) ?? t('publication.pair.all-assessed')}
                </td>
              ))}
            </tr>
            {comparison.byMean ? (
              <tr>
                <th scope="row">{t('monitoring.uncertainty.interval')}</th>
                {[pair.intervals.a, pair.intervals.b].map((interval, at) => (
                  <td key={at} className="end">
                    {interval
                      ? rangeWords(
                          words,
                          interval.from.toFixed(manifest.decimals),
                          interval.to.toFixed(manifest.decimals),
                        )
                      : t('monitoring.none')}
                  </td>
                ))}
              </tr>
            ) : null}
            {manifest.areas.map((area) => (
              <tr key={area.id}>
                <th scope="row">{say(area.name)}</th>
                {[a, b].map((row) => (
                  <td key={row.teryt} className="end">
                    {scoreWords(words, row.areas[area.id]?.display ?? null)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Differences manifest={manifest} pair={pair} />
    </>
  );

  function verdict(): string {
    if (comparison.clear === null) return t('publication.pair.no-score');
    if (reason !== null) return t('publication.pair.not-compared');
    if (!comparison.clear) return t('publication.pair.not-distinguishable');
    const [ahead, behind] = (comparison.aBeatsB ?? 0) > (comparison.bBeatsA ?? 0) ? [a, b] : [b, a];
    return t('publication.pair.clear', { ahead: ahead.name, behind: behind.name });
  }
}

function Total({ row }: { row: ManifestRow }) {
  const words = useWords();
  return (
    <td className="end">
      <b>{scoreWords(words, row.total.display)}</b>
      {row.standing ? (
        <>
          <br />
          <span className="quiet plain">{ranksWords(words, row.standing)}</span>
        </>
      ) : null}
    </td>
  );
}

function PairChoice({ manifest, pair }: Props) {
  const { t, to, locale } = useWords();
  const listed = [...manifest.municipalities].sort((x, y) => x.name.localeCompare(y.name, locale));
  const options = listed.map((row) => (
    <option key={row.teryt} value={row.teryt}>
      {row.name}
    </option>
  ));
  return (
    <form className="inline-form" method="get" action={to.editionPair(manifest.edition.slug)}>
      <div className="field">
        <label htmlFor="f-a">{t('publication.pair.first')}</label>
        <select className="input" id="f-a" name="a" defaultValue={pair.a.teryt}>
          {options}
        </select>
      </div>
      <div className="field">
        <label htmlFor="f-b">{t('publication.pair.second')}</label>
        <select className="input" id="f-b" name="b" defaultValue={pair.b.teryt}>
          {options}
        </select>
      </div>
      <button className="btn btn--quiet" type="submit">
        {t('publication.pair.submit')}
      </button>
    </form>
  );
}

function Differences({ manifest, pair }: Props) {
  const { t, to, say } = useWords();
  const { slug } = manifest.edition;
  const indicators = new Map(manifest.indicators.map((one) => [one.id, one]));
  return (
    <section className="section" aria-labelledby="h-differences">
      <h2 id="h-differences">{t('publication.pair.differences', { count: pair.differences.length })}</h2>
      <p className="note">{t('publication.pair.same', { count: pair.same })}</p>
      <div className="room">
        <table role="table" className="data data--stack">
          <caption className="vh">{t('publication.pair.differences', { count: pair.differences.length })}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('monitoring.indicator')}
              </th>
              <th role="columnheader" scope="col">
                {pair.a.name}
              </th>
              <th role="columnheader" scope="col">
                {pair.b.name}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {pair.differences.map((row) => {
              const indicator = indicators.get(row.id);
              return (
                <tr key={row.id} role="row">
                  <th role="rowheader" scope="row">
                    <b>{row.id}</b> <span className="plain">{indicator ? say(indicator.question) : ''}</span>
                  </th>
                  {(
                    [
                      [pair.a, row.a],
                      [pair.b, row.b],
                    ] as const
                  ).map(([unit, answer]) => (
                    <td key={unit.teryt} role="cell" data-label={unit.name}>
                      <a href={to.indicator(slug, unit.teryt, row.id)}>
                        <AnswerWords answer={answer} min={indicator?.min ?? 0} max={indicator?.max ?? 3} />
                      </a>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function AnswerWords({ answer, min, max }: { answer: ManifestAnswer; min: number; max: number }) {
  const { t } = useWords();
  if (typeof answer !== 'number') return <>{t(`monitoring.state.${answer}`)}</>;
  return (
    <>
      <LevelMark steps={max - min} filled={answer - min} />
      <span className="nowrap">{t('monitoring.level.short', { level: answer, max })}</span>
    </>
  );
}
