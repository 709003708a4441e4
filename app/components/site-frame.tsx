import type { ReactNode } from 'react';
import { usePaths, useT } from '#app/i18n/context.tsx';

export type FrameData = {
  path: string;
  /** Full address that search engines should know the page by; null where it has none. */
  canonical: string | null;
  otherLanguage: { href: string; lang: string };
  viewer: { displayName: string; isOfficial: boolean; inTeam: boolean } | null;
  /** Remarks of this person that wait for an answer of theirs. */
  asked: number;
  /** This page is the answer to a form that was sent. */
  answersForm: boolean;
  /** Forms that wait for this person to be sent. */
  keptForms: number;
  demo: boolean;
  /** Mails are read here instead of being sent. */
  mailbox: boolean;
  today: string;
};

/** A part that somebody came to the page for, far below its beginning: a page says `handle = { skip: { to, label } }`. */
export type Skip = {
  to: string;
  label: 'nav.skip-text' | 'nav.skip-remark' | 'nav.skip-remarks' | 'nav.skip-results';
  /** Kind of page that has the part, where an address has more than one. */
  kind?: string;
};

type FrameProps = { data: FrameData; skips?: readonly Skip[]; children: ReactNode };

/** Head, demonstration line, content and foot of every page. */
export function SiteFrame({ data, skips = [], children }: FrameProps) {
  const t = useT();
  return (
    <>
      <a className="skip" href="#tresc">
        {t('nav.skip')}
      </a>
      {skips.map(({ to, label }) => (
        <a className="skip" href={`#${to}`} key={to}>
          {t(label)}
        </a>
      ))}
      <SiteHead data={data} />
      {data.demo ? (
        <aside className="demo-line" aria-label={t('app.demo-label')}>
          <p className="page">{t('app.demo')}</p>
        </aside>
      ) : null}
      {data.keptForms > 0 ? <KeptLine count={data.keptForms} /> : null}
      <main id="tresc" tabIndex={-1}>
        {children}
      </main>
      <SiteFoot data={data} />
    </>
  );
}

function KeptLine({ count }: { count: number }) {
  const t = useT();
  const to = usePaths();
  return (
    <div className="page notice-line">
      <div className="notice" role="status">
        <p>
          <a href={to.keptForms()}>{t('kept.waiting', { count })}</a>
        </p>
      </div>
    </div>
  );
}

function SiteHead({ data }: { data: FrameData }) {
  const t = useT();
  const to = usePaths();
  const entries = [
    { href: to.consultations(), label: t('nav.consultations') },
    { href: to.editions(), label: t('nav.scorecards') },
    { href: to.municipalities(), label: t('nav.municipalities') },
    ...(data.viewer?.isOfficial ? [{ href: to.office(), label: t('nav.office') }] : []),
    ...(data.viewer?.inTeam ? [{ href: to.team(), label: t('nav.team') }] : []),
  ];
  return (
    <header className="site-head">
      <div className="page">
        <a className="wordmark" href={to.home()}>
          <span>
            <span className="sign" aria-hidden="true">
              §
            </span>{' '}
            {t('app.name')}
          </span>
          <span className="place">{t('app.tagline')}</span>
        </a>
        <nav className="site-nav" id="menu" popover="auto" aria-label={t('nav.main')}>
          <button
            className="btn btn--quiet btn--small close"
            type="button"
            popovertarget="menu"
            popovertargetaction="hide"
          >
            {t('nav.close-menu')}
          </button>
          <ul>
            {entries.map((entry) => (
              <li key={entry.href}>
                <a href={entry.href} aria-current={isWithin(data.path, entry.href) ? 'page' : undefined}>
                  {entry.label}
                </a>
              </li>
            ))}
            <PersonalEntries data={data} className="narrow-only" />
          </ul>
        </nav>
        <ul className="site-tools plain-list">
          {data.asked > 0 ? (
            <li>
              <a href={`${to.account()}#czeka`}>
                <b>{t('nav.asked', { count: data.asked })}</b>
              </a>
            </li>
          ) : null}
          <PersonalEntries data={data} className="wide-only" />
          <li className="menu-button">
            <button type="button" popovertarget="menu">
              {t('nav.menu')}
            </button>
          </li>
        </ul>
      </div>
    </header>
  );
}

function PersonalEntries({ data, className }: { data: FrameData; className: string }) {
  const t = useT();
  const to = usePaths();
  return (
    <>
      {data.mailbox ? (
        <li className={className}>
          <a href={to.mailbox()}>{t('nav.mailbox')}</a>
        </li>
      ) : null}
      <li className={className}>
        <a href={data.otherLanguage.href} lang={data.otherLanguage.lang} hrefLang={data.otherLanguage.lang}>
          {t('nav.other-language')}
        </a>
      </li>
      {data.viewer ? (
        <>
          <li className={className}>
            <a href={to.account()}>
              <span className="own-name">{data.viewer.displayName}</span>
            </a>
          </li>
          <li className={className}>
            <form method="post" action={to.signOut()}>
              <button type="submit">{t('nav.sign-out')}</button>
            </form>
          </li>
        </>
      ) : (
        <li className={className}>
          <a href={to.signIn(data.path)}>{t('nav.sign-in')}</a>
        </li>
      )}
    </>
  );
}

function isWithin(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}

function SiteFoot({ data }: { data: FrameData }) {
  const t = useT();
  const to = usePaths();
  return (
    <footer className="site-foot">
      <div className="page">
        <nav aria-label={t('nav.footer')}>
          <ul>
            <li>
              <a href={to.about('pomoc')}>{t('nav.help')}</a>
            </li>
            <li>
              <a href={to.about('dostepnosc')}>{t('nav.accessibility')}</a>
            </li>
            <li>
              <a href={to.about('dane-osobowe')}>{t('nav.privacy')}</a>
            </li>
            <li>
              <a href={to.api()}>{t('api.foot')}</a>
            </li>
            <li>
              <a href={data.otherLanguage.href} lang={data.otherLanguage.lang} hrefLang={data.otherLanguage.lang}>
                {t('nav.other-language')}
              </a>
            </li>
          </ul>
        </nav>
        <p>
          {t('foot.state', { date: data.today })} {t('foot.free')}
        </p>
      </div>
    </footer>
  );
}
