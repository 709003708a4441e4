import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { DeviceCopy } from '#app/components/device-copy.tsx';
import { AnswersFormProvider, landing, useAnswersForm } from '#app/components/landing.tsx';
import { useNonce } from '#app/components/nonce.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { SessionEnd } from '#app/components/session-end.tsx';
import { SiteFrame, type FrameData, type Skip } from '#app/components/site-frame.tsx';
import { useRequestId } from '#app/components/request-id.tsx';
import { SaidInsteadView } from '#app/components/said-instead.tsx';
import { UnsentForm } from '#app/components/unsent-form.tsx';
import { frameData } from '#app/http/frame.server.ts';
import { answering } from '#app/http/responses.server.ts';
import type { Refused } from '#app/http/unavailable.server.ts';
import { LocaleProvider, usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath, pathInLocale } from '#app/i18n/locale.ts';
import { isMessageKey, translate } from '#app/i18n/translate.ts';
import styles from '#app/styles/index.css?url';

export const links: LinksFunction = () => [
  ...['brygada-1918-latin-cdfb6bd8', 'public-sans-latin-1a497ded'].map((name) => ({
    rel: 'preload',
    href: `/fonts/${name}.woff2`,
    as: 'font',
    type: 'font/woff2',
    crossOrigin: 'anonymous' as const,
  })),
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/icon-192.png' },
  { rel: 'manifest', href: '/site.webmanifest' },
];

export const meta: MetaFunction = ({ error, location }) => {
  if (!error) return [{ title: 'Paragraf' }];
  const title = insteadOf(error)?.title ?? translate(localeOfPath(location.pathname), `${wordsOf(error)}.title`);
  return [{ title: `${title} – Paragraf` }];
};

export function loader({ request }: LoaderFunctionArgs): Promise<FrameData> {
  return answering(request, () => frameData(request));
}

/**
 * A page says `handle = { scripts: true }` when scripts make it nicer; the others are sent without any of React's. Where guests write, and
 * where that leads them, `guestsWrite` keeps copies of their words as well.
 */
function says(handle: unknown, what: 'scripts' | 'guestsWrite' | 'bare'): boolean {
  return (
    typeof handle === 'object' && handle !== null && what in handle && handle[what as keyof typeof handle] === true
  );
}

/** A page that failed, or is of another kind, has none of its parts. */
function skipsOf(handle: unknown, data: unknown): Skip[] {
  if (typeof handle !== 'object' || handle === null || !('skip' in handle) || data === undefined) return [];
  const skip = handle.skip as Skip;
  return skip.kind === undefined || (data as { kind?: string } | null)?.kind === skip.kind ? [skip] : [];
}

export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const locale = localeOfPath(pathname);
  const data = useRouteLoaderData<typeof loader>('root');
  const nonce = useNonce();
  const matches = useMatches();
  const scripts = matches.some((match) => says(match.handle, 'scripts'));
  const keepsCopies =
    data?.copies === 'of-account' ||
    (data?.copies === 'of-guest' && matches.some((match) => says(match.handle, 'guestsWrite')));
  const skips = matches.flatMap((match) => skipsOf(match.handle, match.data));
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        {data?.canonical ? <Addresses canonical={data.canonical} /> : null}
      </head>
      <body>
        <LocaleProvider value={locale}>
          <AnswersFormProvider value={data?.answersForm ?? false}>
            {matches.some((match) => says(match.handle, 'bare')) ? (
              <main id="tresc">{children}</main>
            ) : (
              <SiteFrame data={data ?? bareFrame(pathname)} skips={skips}>
                {children}
              </SiteFrame>
            )}
          </AnswersFormProvider>
          {data?.session ? <SessionEnd session={data.session} /> : null}
          {keepsCopies ? <DeviceCopy reader={data?.reader ?? null} /> : null}
        </LocaleProvider>
        {scripts ? <ScrollRestoration nonce={nonce} /> : null}
        {scripts ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}

/** The address of the page and of the same page in each language, in full: search engines take no others. */
function Addresses({ canonical }: { canonical: string }) {
  const url = new URL(canonical);
  const inLanguage = (locale: 'pl' | 'en') => url.origin + pathInLocale(url.pathname, locale) + url.search;
  return (
    <>
      <link rel="canonical" href={canonical} />
      <link rel="alternate" hrefLang="pl" href={inLanguage('pl')} />
      <link rel="alternate" hrefLang="en" href={inLanguage('en')} />
      <link rel="alternate" hrefLang="x-default" href={inLanguage('pl')} />
    </>
  );
}

function bareFrame(path: string): FrameData {
  const other = localeOfPath(path) === 'pl' ? 'en' : 'pl';
  return {
    path,
    canonical: null,
    otherLanguage: { href: pathInLocale(path, other), lang: other },
    viewer: null,
    asked: 0,
    answersForm: false,
    keptForms: 0,
    reader: null,
    copies: 'none',
    session: null,
    demo: false,
    mailbox: false,
    today: '',
  };
}

export default function App() {
  return (
    <>
      <SavedNotice />
      <Outlet />
    </>
  );
}

/** After a form the address says what was done (?info=…); only messages of the catalogue are shown. */
function SavedNotice() {
  const t = useT();
  const info = new URLSearchParams(useLocation().search).get('info');
  const key = `notice.${info}`;
  const answersForm = useAnswersForm();
  // The answer to a form says what became of that one, not of the one before.
  if (answersForm || !info || !isMessageKey(key)) return null;
  return (
    <div className="page notice-line">
      <div className="notice" role="status" {...landing}>
        <p>{t(key)}</p>
      </div>
    </div>
  );
}

const statusPages = [400, 403, 404, 409, 410, 413, 422, 429, 503, 507] as const;

function statusOf(error: unknown): (typeof statusPages)[number] | 500 {
  return isRouteErrorResponse(error) ? (statusPages.find((known) => known === error.status) ?? 500) : 500;
}

/** Beginning of the keys of the words about a failure: by its status, and of a database that is away by its own. */
function wordsOf(error: unknown): 'unavailable' | `page.${ReturnType<typeof statusOf>}` {
  return isRouteErrorResponse(error) && (error.data as Partial<Refused> | null)?.code === 'unavailable'
    ? 'unavailable'
    : `page.${statusOf(error)}`;
}

/** What stands in the place of something that was withdrawn. */
const insteadOf = (error: unknown) =>
  isRouteErrorResponse(error) ? ((error.data as Partial<Refused> | null)?.instead ?? null) : null;

/** What `refusedPage` said of a form that was not taken. */
const isRefused = (data: unknown): data is Refused => typeof data === 'object' && data !== null && 'maybeSaved' in data;

export function ErrorBoundary() {
  const error = useRouteError();
  const t = useT();
  const to = usePaths();
  const status = statusOf(error);
  const words = wordsOf(error);
  const requestId = useRequestId();
  const { pathname, search } = useLocation();
  const instead = insteadOf(error);
  if (instead)
    return (
      <Page>
        <SaidInsteadView said={instead} />
      </Page>
    );
  return (
    <Page>
      <PageHead title={t(`${words}.title`)} lead={t(`${words}.text`)} />
      {isRouteErrorResponse(error) && isRefused(error.data) ? (
        <UnsentForm refused={error.data} action={pathname + search} />
      ) : null}
      {status >= 500 && requestId ? <p data-request-id={requestId}>{t('page.request-id', { id: requestId })}</p> : null}
      <p className="actions">
        <a className="btn" href={to.home()}>
          {t('nav.home')}
        </a>
        <a className="btn btn--quiet" href={to.consultations()}>
          {t('nav.consultations')}
        </a>
      </p>
    </Page>
  );
}
