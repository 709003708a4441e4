import type { Skip } from '#app/components/site-frame.tsx';
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { TermLine } from '#app/drafting/pages/clause-parts.tsx';
import { pageNumber } from '#app/drafting/remarks/params.ts';
import { filterParams, readFilter } from '#app/drafting/register/register-filter.ts';
import { CoveredSummaryLine } from '#app/redaction/covering-list-view.tsx';
import { coveredSummary } from '#app/redaction/covering-list.server.ts';
import { Pager, RegisterFilters, RemarkTable } from '#app/drafting/register/remark-table.tsx';
import { listRemarks } from '#app/drafting/remarks/remark-list.server.ts';
import { Empty, Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import type { RegisterParams } from '#app/i18n/paths.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

export const loader = handler(async ({ params, url, db, locale }) => {
  const now = new Date();
  const list = await listRemarks(db, {
    slug: params.slug ?? '',
    filter: readFilter(url.searchParams),
    page: pageNumber(url),
    locale,
    now,
  });
  return {
    kind: list.remarks.length > 0 ? 'rows' : 'none',
    list,
    now,
    covered: await coveredSummary(db, list.consultation.slug),
  };
});

/** A register without a row has no table to go to. */
export const handle = { skip: { to: 'tabela', label: 'nav.skip-remarks', kind: 'rows' } satisfies Skip };

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: `${translate(localeOfPath(location.pathname), 'drafting.remarks')}${data ? `. ${data.list.consultation.title}` : ''} – Paragraf`,
  },
];

export default function Remarks() {
  const { list, now, covered } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const { slug, title, stage } = list.consultation;
  const here = (params: RegisterParams) => to.remarks(slug, params);
  const isFiltered = Object.keys(filterParams(list.filter)).length > 0;
  return (
    <Page crumbs={[{ label: title, to: to.consultation(slug), lang: 'pl' }, { label: t('drafting.remarks') }]}>
      <PageHead title={t('drafting.remarks')} lead={t('drafting.remarks.lead')}>
        <p className="facts">
          <span>
            <TermLine consultation={list.consultation} now={now} />
          </span>
        </p>
      </PageHead>
      {stage === 'open' ? (
        <p className="actions mb-4">
          <a className="btn" href={to.newRemark(slug)}>
            {t('register.new.title')}
          </a>
        </p>
      ) : null}
      <RegisterFilters list={list} here={here} />
      {list.remarks.length > 0 ? (
        <div id="tabela" tabIndex={-1}>
          <RemarkTable list={list} />
        </div>
      ) : (
        <Empty>
          <p>{t(isFiltered ? 'register.none-filtered' : 'drafting.remarks.none')}</p>
          {isFiltered ? (
            <a className="tap" href={to.remarks(slug)}>
              {t('register.show-all', { count: list.total })}
            </a>
          ) : (
            <a className="tap" href={to.draft(slug)}>
              {t('drafting.remarks.read')}
            </a>
          )}
        </Empty>
      )}
      <Pager list={list} here={here} />
      <CoveredSummaryLine summary={covered} />
      {list.total > 0 ? (
        <p className="by link-row">
          <a href={to.remarksFile(slug)}>{t('register.file')}</a>
          <a href={to.remarksFile(slug, 'pelny')}>{t('register.file-full')}</a>
        </p>
      ) : null}
    </Page>
  );
}
