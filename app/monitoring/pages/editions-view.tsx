import { Empty, PageHead } from '#app/components/page-parts.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { EditionSummary } from '../access/edition-queries.server.ts';
import type { WithdrawnEdition } from '../access/withdrawals.server.ts';
import type { AnnouncedEdition } from '../publication/announced-editions.server.ts';
import { instantDay } from '../cards/score-words.ts';
import { useWords } from '../bridge/use-words.ts';

/** Editions that are to come, then those released, the newest first. */
export function EditionsView({
  editions,
  announced,
  withdrawn,
}: {
  editions: readonly EditionSummary[];
  announced: readonly AnnouncedEdition[];
  withdrawn: readonly WithdrawnEdition[];
}) {
  const { t, to, say, locale } = useWords();
  return (
    <>
      <PageHead title={t('monitoring.editions')} lead={t('monitoring.editions.lead')} />
      {announced.length > 0 ? (
        <section className="section" aria-labelledby="h-announced">
          <h2 id="h-announced">{t('publication.announced.head')}</h2>
          <ul className="editions" role="list">
            {announced.map((edition) => (
              <li key={edition.slug}>
                <h3>
                  <a href={to.edition(edition.slug)}>{say(edition.title)}</a>
                </h3>
                <p>
                  {edition.team},{' '}
                  {t('publication.announced', {
                    at: formatDateTime(locale, new Date(edition.publishedAt)),
                    count: edition.municipalities,
                  })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {editions.length === 0 ? (
        <Empty>
          <p>{t('monitoring.editions.empty')}</p>
        </Empty>
      ) : (
        <ul className="editions" role="list">
          {editions.map((edition) => (
            <li key={edition.slug}>
              <h2>
                <a href={to.edition(edition.slug)}>{say(edition.title)}</a>
              </h2>
              <p>
                {t('monitoring.editions.facts', {
                  team: edition.team,
                  date: instantDay(locale, edition.publishedAt),
                  count: edition.municipalities,
                })}
                {edition.isDemo ? ` ${t('monitoring.demo')}.` : ''}
              </p>
              <p className="by">
                <a href={to.methodology(edition.methodology.key, edition.methodology.version)}>
                  {say(edition.methodology.title)}
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
      {withdrawn.length > 0 ? (
        <section className="section" aria-labelledby="h-withdrawn">
          <h2 id="h-withdrawn">{t('publication.withdrawn.editions')}</h2>
          <ul className="editions" role="list">
            {withdrawn.map(({ slug, title, team, withdrawal }) => (
              <li key={slug}>
                <h3>
                  <a href={to.edition(slug)}>{say(title)}</a>
                </h3>
                <p>
                  {team},{' '}
                  {t('publication.withdrawn.line', {
                    date: instantDay(locale, withdrawal.at),
                    ground: t(`publication.withdrawn.ground.${withdrawal.ground}`),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
