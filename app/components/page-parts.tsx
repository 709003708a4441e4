import type { ReactNode } from 'react';
import { landing, useAnswersForm } from './landing.tsx';
import { useLocale, useT } from '#app/i18n/context.tsx';
import type { Locale } from '#app/i18n/locale.ts';

/** `lang`: the words are somebody's, not those of the page. */
export type Crumb = { label: string; to?: string; lang?: Locale };

/** Path of links above the page; the last one is the page itself. */
function Crumbs({ items }: { items: readonly Crumb[] }) {
  const t = useT();
  const locale = useLocale();
  const langOf = ({ lang }: Crumb) => (lang === locale ? undefined : lang);
  return (
    <nav className="crumbs" aria-label={t('nav.crumbs')}>
      <ol>
        {items.map((item) => (
          <li key={item.label}>
            {item.to ? (
              <a href={item.to} lang={langOf(item)}>
                {item.label}
              </a>
            ) : (
              <span aria-current="page" lang={langOf(item)}>
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Head of a page: kind, title, lead and facts in the places readers learn once. */
export function PageHead({
  kind,
  title,
  lead,
  children,
}: {
  kind?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="head">
      {kind ? <p className="kind">{kind}</p> : null}
      <h1>{title}</h1>
      {lead ? <p className="lead">{lead}</p> : null}
      {children}
    </div>
  );
}

/** The frame of every page inside <main>: gutter, crumbs, then content. */
export function Page({ crumbs, children }: { crumbs?: readonly Crumb[]; children: ReactNode }) {
  return (
    <div className="page">
      {crumbs ? <Crumbs items={crumbs} /> : null}
      {children}
    </div>
  );
}

/** A part of a page under its own heading, named by it for screen readers. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** One sentence of what will be here, one of what you can do, one link. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="empty">{children}</div>;
}

/** `still`: it stands there whatever was sent. Another warning in the answer to a form is what the form brought about. */
export function Notice({
  warn = false,
  still = false,
  children,
  id,
}: {
  warn?: boolean;
  still?: boolean;
  children: ReactNode;
  id?: string;
}) {
  const isAnswer = useAnswersForm() && warn && !still;
  return (
    <div
      className={warn ? 'notice notice--warn' : 'notice'}
      id={id}
      {...(isAnswer ? { role: 'alert', ...landing } : {})}
    >
      {children}
    </div>
  );
}
