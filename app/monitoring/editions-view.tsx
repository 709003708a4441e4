import { Empty, PageHead } from '#app/components/page-parts.tsx';
import type { EditionSummary } from './edition-queries.server.ts';
import { instantDay } from './score-words.ts';
import { useWords } from './use-words.ts';

/** Published editions, the newest first. */
export function EditionsView({ editions }: { editions: readonly EditionSummary[] }) {
  const { t, to, say, locale } = useWords();
  return (
    <>
      <PageHead title={t('monitoring.editions')} lead={t('monitoring.editions.lead')} />
      {editions.length === 0 ? <Empty><p>{t('monitoring.editions.empty')}</p></Empty> : (
        <ul className="editions" role="list">
          {editions.map((edition) => (
            <li key={edition.slug}>
              <h2><a href={to.edition(edition.slug)}>{say(edition.title)}</a></h2>
              <p>{t('monitoring.editions.facts', { team: edition.team, date: instantDay(locale, edition.publishedAt), count: edition.municipalities })}{edition.isDemo ? ` ${t('monitoring.demo')}.` : ''}</p>
              <p className="by"><a href={to.methodology(edition.methodology.key, edition.methodology.version)}>{say(edition.methodology.title)}</a></p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
