import { Polish } from '#app/components/polish.tsx';
import { instantDay } from '../cards/score-words.ts';
import type { WithdrawnCard } from '../cards/withdrawal.ts';
import { useWords } from '../bridge/use-words.ts';

/** The places of withdrawn cards on the page of an edition: date, ground and reason, no figure. */
export function WithdrawnCards({ slug, cards }: { slug: string; cards: readonly WithdrawnCard[] }) {
  const { t, to, locale } = useWords();
  if (cards.length === 0) return null;
  return (
    <section className="section" id="wycofane" aria-labelledby="h-withdrawn">
      <h2 id="h-withdrawn">{t('publication.withdrawn.list', { count: cards.length })}</h2>
      <ul className="stack stack--3" role="list">
        {cards.map((card) => (
          <li key={card.teryt}>
            <p>
              <a href={to.scorecard(slug, card.teryt)}>{card.name}</a> ({card.teryt}),{' '}
              {t('publication.withdrawn.line', {
                date: instantDay(locale, card.at),
                ground: t(`publication.withdrawn.ground.${card.ground}`),
              })}
            </p>
            <p className="said">
              <Polish>{card.reason}</Polish>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
