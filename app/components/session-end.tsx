import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime, formatTime } from '#app/i18n/dates.ts';

/** What a page knows of the session it was made in. */
export type SessionFrame = { seconds: number; most: number; isShared: boolean; endsAtLatest: string | Date };

/** Before so many seconds an end that nothing puts off is said on every page. */
const foretold = 86_400;

/** Without scripts too: that others use this device, and an end that comes whatever is done. */
export function SessionLine({ session, idleMinutes }: { session: SessionFrame; idleMinutes: number }) {
  const t = useT();
  const locale = useLocale();
  const end = new Date(session.endsAtLatest);
  if (!session.isShared && session.most > foretold) return null;
  return (
    <div className="page notice-line">
      <p className="note">
        {session.isShared
          ? t('session.shared', { minutes: idleMinutes, time: formatTime(locale, end) })
          : t('session.last-day', { at: formatDateTime(locale, end) })}
      </p>
    </div>
  );
}

/** Where the script says that the session is about to end; empty until then. */
export function SessionEnd({ session }: { session: SessionFrame }) {
  const t = useT();
  const to = usePaths();
  const words = {
    ending: t('session.ending'),
    last: t('session.last'),
    over: t('session.over'),
    stay: t('session.stay'),
    stayed: t('session.stayed'),
  };
  return (
    <>
      <div
        className="session-end"
        role="status"
        data-session-end=""
        data-seconds={session.seconds}
        data-most={session.most}
        data-address={to.sessionEnd()}
        data-words={JSON.stringify(words)}
      />
      <script src="/session-end.js" type="module" />
    </>
  );
}
