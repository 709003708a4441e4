import { localDecimal } from '#app/i18n/numbers.ts';
import { useWords } from '../bridge/use-words.ts';
import type { Raise } from './raise.ts';

const SHOWN = 5;

type Props = { raises: readonly Raise[]; slug: string };

/** „Co podniesie wynik": next levels with their gain, and who is there already. */
export function RaiseList({ raises, slug }: Props) {
  const { t, to, say, locale } = useWords();
  if (raises.length === 0) return null;
  return (
    <section className="section" id="co-podniesie" aria-labelledby="h-raise">
      <h2 id="h-raise">{t('publication.raise')}</h2>
      <p className="note">{t('publication.raise.note')}</p>
      <ol className="raises" role="list">
        {raises.slice(0, SHOWN).map((raise) => (
          <li key={raise.itemId}>
            <p>
              <b className="nowrap">
                {t('publication.raise.gain', { gain: localDecimal(locale, raise.gain.display) })}
              </b>{' '}
              <a href={`#${raise.itemId}`}>{raise.itemId}</a>, {t('monitoring.level.n', { level: raise.to })}:{' '}
              {say(raise.meaning)}
            </p>
            <p className="by">
              {raise.examples.length === 0 ? t('publication.raise.nobody') : t('publication.raise.examples')}{' '}
              {raise.examples.map((example, at) => (
                <span key={example.teryt}>
                  {at > 0 ? ', ' : ''}
                  <a href={to.indicator(slug, example.teryt, raise.itemId)}>{example.name}</a>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the next level of one indicator would give, on its own page. */
export function NextLevel({ raise, slug, total }: { raise: Raise | undefined; slug: string; total: string | null }) {
  const { t, to, say, locale } = useWords();
  if (!raise || total === null) return null;
  return (
    <section className="section" id="nastepny-poziom" aria-labelledby="h-next">
      <h2 id="h-next">{t('publication.next-level', { level: raise.to })}</h2>
      <div className="cols cols--2 top">
        <p className="size-4 serif">{say(raise.meaning)}</p>
        <dl className="kv top">
          <dt>{t('monitoring.compare.total')}</dt>
          <dd>
            {t('publication.next-level.total', {
              from: localDecimal(locale, total),
              to: localDecimal(locale, raise.newTotal),
            })}
          </dd>
          <dt>{t('publication.trend.change')}</dt>
          <dd>
            <b>{t('publication.raise.gain', { gain: localDecimal(locale, raise.gain.display) })}</b>,{' '}
            {t('publication.next-level.rest')}
          </dd>
          {raise.examples.length > 0 ? (
            <>
              <dt>{t('publication.raise.examples')}</dt>
              <dd>
                {raise.examples.map((example, at) => (
                  <span key={example.teryt}>
                    {at > 0 ? ', ' : ''}
                    <a href={to.indicator(slug, example.teryt, raise.itemId)}>{example.name}</a>
                  </span>
                ))}
              </dd>
            </>
          ) : null}
        </dl>
      </div>
    </section>
  );
}
