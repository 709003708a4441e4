import { Polish } from '#app/components/polish.tsx';
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { OfficeCard } from '#app/drafting/office/office-card.tsx';
import { loadKeptByCode, type KeptByCode } from '#app/drafting/register/kept-by-code.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { gone } from '#app/http/sign-in.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate, formatDateTime } from '#app/i18n/dates.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

export const loader = handler(async ({ params, db, to }) => {
  const kept = await loadKeptByCode(db, { slug: params.slug ?? '', secret: params.secret ?? '' });
  if (kept.state.kind === 'entered') throw seeOther(`${to.filing(kept.slug, kept.state.number)}?info=filing-entered`);
  return kept.state.kind === 'gone' ? gone({ kept }) : { kept };
});

export const handle = { guestsWrite: true };

export const meta: MetaFunction = ({ location }) => [
  { title: `${translate(localeOfPath(location.pathname), 'register.code.title')} – Paragraf` },
  { name: 'robots', content: 'noindex' },
];

/** The code of a letter that waits for the office: to be printed, written down or read out. */
export default function FilingCode() {
  const { kept } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const { slug, title, state, office } = kept;
  const crumbs = [
    { label: title, to: to.consultation(slug), lang: 'pl' as const },
    { label: t('register.code.title') },
  ];
  if (state.kind !== 'waiting')
    return (
      <Page crumbs={crumbs}>
        <PageHead
          title={t('register.code.gone-title')}
          lead={state.kind === 'gone' ? t('register.code.gone', { days: state.days }) : null}
        />
        <p className="actions">
          <a className="btn" href={to.newRemark(slug)}>
            {t('register.new.title')}
          </a>
        </p>
      </Page>
    );
  return (
    <Page crumbs={crumbs}>
      <PageHead title={t('register.code.title')} lead={t('register.code.lead')} />
      <div className="letter-sheet">
        <CodeSheet title={title} state={state} />
        <OfficeCard office={office} />
        <p className="hint no-print">{t('register.code.keep')}</p>
      </div>
    </Page>
  );
}

type Waiting = Extract<KeptByCode['state'], { kind: 'waiting' }>;

function CodeSheet({ title, state }: { title: string; state: Waiting }) {
  const t = useT();
  const locale = useLocale();
  const isLateAfter = state.closesAt < state.until;
  return (
    <article className="receipt" aria-labelledby="h-kod">
      <h2 className="size-5" id="h-kod">
        {t('register.code.code')} <span className="filing-code">{state.code}</span>
      </h2>
      <p>
        <strong>{t('register.code.not-yet')}</strong> {t('register.code.number-then')}
      </p>
      <dl className="kv">
        <dt>{t('register.receipt.matter')}</dt>
        <dd lang="pl">{title}</dd>
        <dt>{t('register.code.written')}</dt>
        <dd>
          <time dateTime={state.sentAt.toISOString()}>{formatDateTime(locale, state.sentAt)}</time>
        </dd>
        <dt>{t('register.code.until')}</dt>
        <dd>
          <time dateTime={state.until.toISOString()}>{formatDateTime(locale, state.until)}</time>
        </dd>
      </dl>
      {isLateAfter ? <p>{t('register.code.closes', { closes: formatDateTime(locale, state.closesAt) })}</p> : null}
      <p>{t('register.receipt.holds', { count: state.reasons.length })}</p>
      <ol role="list">
        {state.reasons.map((reason, at) => (
          <li key={at}>
            <b>{at + 1}.</b>
            <span className="law pre">
              <Polish>{reason}</Polish>
            </span>
          </li>
        ))}
      </ol>
      {state.files.length > 0 ? <p>{t('attachment.waiting', { names: state.files.join(', ') })}</p> : null}
      <p>{t('register.code.after', { until: formatDate(locale, state.until) })}</p>
    </article>
  );
}
