import { Empty, PageHead } from '#app/components/page-parts.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { editionTitle } from '../cards/edition-title.ts';
import { useWords } from '../bridge/use-words.ts';
import type { OfficeRoundRow } from './office-round.server.ts';

/** Editions that ask this office for its word. */
export function OfficeListView({ rounds }: { rounds: readonly OfficeRoundRow[] }) {
  const { t, to, locale } = useWords();
  return (
    <>
      <PageHead title={t('fieldwork.office.list')} lead={t('fieldwork.office.list.lead')} />
      {rounds.length === 0 ? (
        <Empty>
          <p>{t('fieldwork.office.list.empty')}</p>
        </Empty>
      ) : (
        <ul className="picks" role="list">
          {rounds.map((round) => (
            <li key={`${round.slug} ${round.teryt}`}>
              <a href={to.officeReply(round.slug, round.teryt)}>
                {editionTitle(locale, round)}, {round.teamName}
              </a>
              <span className="by">
                {t('fieldwork.office.until', { until: formatDateTime(locale, new Date(round.endsAt)) })},{' '}
                {t('fieldwork.replies.with-reply')}: {round.replied}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
