import { PageHead } from '#app/components/page-parts.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { useWords } from '../bridge/use-words.ts';
import type { AnnouncedEdition } from '../publication/announced-editions.server.ts';

/** An edition that will be public at its hour: what and when, nothing of what is in it. */
export function AnnouncedView({ edition }: { edition: AnnouncedEdition }) {
  const { t, to, say, locale } = useWords();
  return (
    <>
      <PageHead
        title={say(edition.title)}
        kind={edition.team}
        lead={t('publication.announced', {
          at: formatDateTime(locale, new Date(edition.publishedAt)),
          count: edition.municipalities,
        })}
      />
      <p>{t('publication.announced.text')}</p>
      <p className="actions">
        <a className="btn" href={to.press(edition.slug)}>
          {t('publication.press.open')}
        </a>
      </p>
    </>
  );
}
