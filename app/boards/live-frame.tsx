import type { ReactNode } from 'react';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';

type LiveFrameProps = {
  slug: string;
  /** The state of the board this page shows. */ n: number;
  /** A projector renews itself at once; phones take turns. */ isQuick?: boolean;
  children: ReactNode;
};

/** A page that follows its board: what stands in a `LivePart` is renewed in place, and nothing else is touched. */
export function LiveFrame({ slug, n, isQuick = false, children }: LiveFrameProps) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const words = {
    waiting: t('live.waiting', { time: '{time}' }),
    kept: t('live.kept'),
    sent: t('live.sent'),
    fresh: t('boards.new'),
    unsigned: t('boards.unsigned'),
  };
  return (
    <div
      data-live={to.boardLine(slug)}
      data-quick={isQuick ? '' : undefined}
      data-words={JSON.stringify(words)}
      data-locale={locale}
    >
      <div className="live-says" role="status" data-live-says="" />
      <LivePart name="state">
        <span data-live-n={n} />
      </LivePart>
      {children}
      <script src="/live.js" type="module" />
    </div>
  );
}

/** A part of a page that is renewed when the board changes. */
export function LivePart({ name, children }: { name: string; children: ReactNode }) {
  return <div data-live-part={name}>{children}</div>;
}

/** What a page says to whoever has no scripts. */
export function ReloadNote({ href }: { href: string }) {
  const t = useT();
  return (
    <noscript>
      <p className="note">
        {t('live.no-scripts')} <a href={href}>{t('live.reload')}</a>
      </p>
    </noscript>
  );
}
