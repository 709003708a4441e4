import { Polish } from '#app/components/polish.tsx';
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { consultationCrumbs } from '#app/drafting/state/consultation-crumbs.ts';
import { State } from '#app/components/icon.tsx';
import { Empty, Page, PageHead } from '#app/components/page-parts.tsx';
import { WasIsHead } from '#app/drafting/acts/was-is.tsx';
import { councillorPage } from '#app/drafting/pages/councillor-page.server.ts';
import { stateKeys, stateSigns } from '#app/drafting/state/remark-state.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';

export const loader = handler(async ({ params, db, locale, t }) => ({
  ...(await councillorPage(db, { slug: params.slug ?? '', locale, now: new Date() })),
  title: t('councillor.title'),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: ${data.facts.title} – Paragraf` : 'Paragraf' },
];

/** For those who vote on it: was, is, why, for and against, a line each. */
export default function Councillor() {
  const { facts, lines, renumbered, title } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={consultationCrumbs({ t, to }, facts, { label: title })}>
      <PageHead
        kind={<Polish>{facts.title}</Polish>}
        title={title}
        lead={t('councillor.lead', { version: facts.version, count: lines.length })}
      />
      {lines.length === 0 ? (
        <Empty>
          <p>{t('redline.none')}</p>
        </Empty>
      ) : (
        <div className="room">
          <table role="table" className="data data--stack data--dense councillor">
            <caption className="vh">{title}</caption>
            <thead role="rowgroup">
              <WasIsHead>
                <th role="columnheader" scope="col">
                  {t('councillor.voices')}
                </th>
              </WasIsHead>
            </thead>
            <tbody role="rowgroup">
              {lines.map((line) => (
                <tr role="row" key={line.clauseId}>
                  <th role="rowheader" scope="row" lang="pl">
                    <a href={to.clause(facts.slug, line.code)}>{bindSpaces(line.citation || t('wasis.text'))}</a>
                  </th>
                  <td role="cell" data-label={t('wasis.was')} lang={line.was === null ? undefined : 'pl'}>
                    {line.was ?? t('wasis.nothing')}
                  </td>
                  <td role="cell" data-label={t('wasis.is')} lang={line.is === null ? undefined : 'pl'}>
                    {line.is ?? t('wasis.deleted')}
                  </td>
                  <td role="cell" data-label={t('wasis.why')}>
                    {line.why.map((why, at) => (
                      <p key={at}>
                        {why.by === 'remark' ? (
                          <>
                            <a href={to.remark(facts.slug, why.number)}>
                              {t(`overview.${why.kind}`, { number: why.number })}
                            </a>
                            {', '}
                            <State sign={stateSigns[why.decision]}>{t(stateKeys[why.decision])}</State>:{' '}
                            <span lang="pl">{why.reason}</span>
                          </>
                        ) : (
                          <>
                            {t('redline.editorial', { number: why.version })}: <span lang="pl">{why.note}</span>
                          </>
                        )}
                      </p>
                    ))}
                  </td>
                  <td role="cell" data-label={t('councillor.voices')}>
                    {line.voices ? t('councillor.voices-of', line.voices) : t('councillor.no-remark')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {renumbered > 0 ? <p className="by">{t('councillor.renumbered', { count: renumbered })}</p> : null}
      <p className="actions no-print">
        <a className="tap" href={to.redline(facts.slug, 1, facts.version, 'bylo-jest')}>
          {t('councillor.whole')}
        </a>
        <a className="tap" href={to.report(facts.slug)}>
          {t('councillor.report')}
        </a>
      </p>
    </Page>
  );
}
