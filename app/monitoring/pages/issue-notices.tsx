import { Notice } from '#app/components/page-parts.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { ShownIssue } from '../access/edition-queries.server.ts';
import { useWords } from '../bridge/use-words.ts';

/** What a reader must know before the figures: that they are under embargo, or that a newer issue corrected something. */
export function IssueNotices({ shown, newestHref }: { shown: ShownIssue; newestHref: string }) {
  const { t, locale } = useWords();
  return (
    <>
      {shown.embargoUntil ? (
        <Notice warn id="embargo">
          <p>
            <b>{t('publication.embargo.mark', { until: formatDateTime(locale, new Date(shown.embargoUntil)) })}</b>{' '}
            {t('publication.embargo.rule')}
          </p>
        </Notice>
      ) : null}
      {shown.issue < shown.newest ? (
        <Notice warn id="starsze-wydanie">
          <p>
            <b>{t('publication.old-issue', { issue: shown.issue })}</b>{' '}
            {t('publication.old-issue.text', { newest: shown.newest })}{' '}
            <a href={newestHref}>{t('publication.old-issue.newest')}</a>
          </p>
        </Notice>
      ) : null}
    </>
  );
}
