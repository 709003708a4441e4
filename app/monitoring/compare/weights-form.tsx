import { viewParams, type TableView } from '../cards/edition-table.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import { useWords } from '../bridge/use-words.ts';
import { MAX_AREA_WEIGHT, MAX_ITEM_WEIGHT, NEUTRAL_AREA_WEIGHT, type ReaderWeights } from '../cards/reader-weights.ts';

type Props = { manifest: EditionManifest; weights: ReaderWeights | null; view: TableView; issue: number | null };

const stops = Array.from({ length: MAX_AREA_WEIGHT + 1 }, (_, stop) => stop);

/** Weights in the reader's hands: a plain form whose answer is an address, so that a choice can be sent to somebody else. */
export function WeightsForm({ manifest, weights, view, issue }: Props) {
  const { t, to, say } = useWords();
  const { slug } = manifest.edition;
  const kept = { ...viewParams(view), ...(issue === null ? {} : { wydanie: String(issue) }) };
  return (
    <section className="section" id="wagi" aria-labelledby="h-weights">
      <h2 id="h-weights">{t('publication.weights')}</h2>
      <p className="note">{t('publication.weights.note')}</p>
      {weights ? (
        <p className="own-mark">
          <b>{t('publication.weights.mark')}.</b> {t('publication.weights.not-edition')}
        </p>
      ) : null}
      <form className="reader-weights" method="get" action={`${to.edition(slug)}#wagi`}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="sliders">
          {manifest.areas.map((area) => (
            <div className="field" key={area.id}>
              <label htmlFor={`w-${area.id}`}>{say(area.name)}</label>
              <input
                type="range"
                id={`w-${area.id}`}
                name={`w-${area.id}`}
                min={0}
                max={MAX_AREA_WEIGHT}
                step={1}
                list={`stops-${area.id}`}
                defaultValue={weights?.areas[area.id] ?? NEUTRAL_AREA_WEIGHT}
                aria-describedby="weights-hint"
              />
              <datalist id={`stops-${area.id}`}>
                {stops.map((stop) => (
                  <option key={stop} value={stop}>
                    {stop}
                  </option>
                ))}
              </datalist>
              <span className="stops" aria-hidden="true">
                {stops.map((stop) => (
                  <span key={stop}>{stop}</span>
                ))}
              </span>
            </div>
          ))}
        </div>
        <p className="hint" id="weights-hint">
          {t('publication.weights.hint', { max: MAX_AREA_WEIGHT })}{' '}
          {weights ? areasNow(weights) : t('publication.weights.now-edition')}
        </p>
        <details>
          <summary>{t('publication.weights.items', { count: manifest.indicators.length })}</summary>
          <p className="note mt-3">{t('publication.weights.items-note', { max: MAX_ITEM_WEIGHT })}</p>
          <div className="item-weights">
            {manifest.indicators.map((indicator) => (
              <div className="field" key={indicator.id}>
                <label htmlFor={`w-${indicator.id}`}>
                  <b>{indicator.id}</b> <span className="plain">{say(indicator.question)}</span>
                </label>
                <input
                  className="input input--short"
                  type="number"
                  inputMode="numeric"
                  id={`w-${indicator.id}`}
                  name={`w-${indicator.id}`}
                  min={0}
                  max={MAX_ITEM_WEIGHT}
                  step={1}
                  defaultValue={weights?.items[indicator.id] ?? indicator.weight}
                />
              </div>
            ))}
          </div>
        </details>
        <p className="actions">
          <button className="btn" type="submit">
            {t('publication.weights.submit')}
          </button>
          {weights ? (
            <a className="btn btn--quiet" href={`${to.edition(slug, kept)}#wagi`}>
              {t('publication.weights.reset')}
            </a>
          ) : null}
        </p>
      </form>
    </section>
  );

  function areasNow({ areas, items }: ReaderWeights): string {
    const now = manifest.areas.map((area) => `${say(area.name)} ${areas[area.id] ?? NEUTRAL_AREA_WEIGHT}`).join(', ');
    const changed = Object.keys(items).length;
    return `${t('publication.weights.now', { areas: now })}${changed > 0 ? ` ${t('publication.weights.changed', { count: changed })}` : ''}`;
  }
}
