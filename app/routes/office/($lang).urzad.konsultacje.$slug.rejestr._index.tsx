import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageNumber } from '#app/drafting/remarks/params.ts';
import { OfficeRegisterHead } from '#app/drafting/register/office-frame.tsx';
import { filterParams, readFilter } from '#app/drafting/register/register-filter.ts';
import { Pager, RegisterFilters, RemarkTable } from '#app/drafting/register/remark-table.tsx';
import { requireOffice } from '#app/drafting/register/require-office.server.ts';
import { listRemarks } from '#app/drafting/remarks/remark-list.server.ts';
import { Empty, Page } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import type { RegisterParams } from '#app/i18n/paths.ts';
import { pageTitle } from '#app/people/page-title.ts';

export const loader = handler(async ({ request, params, url, db, locale }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  await requireOffice(db, { viewer, slug });
  return {
    list: await listRemarks(db, {
      slug,
      filter: readFilter(url.searchParams),
      page: pageNumber(url),
      locale,
      forOffice: true,
    }),
  };
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'register.office.register');

export default function OfficeRegister() {
  const { list } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const { slug, title } = list.consultation;
  const here = (params: RegisterParams) => to.officeRegister(slug, params);
  const isFiltered = Object.keys(filterParams(list.filter)).length > 0;
  return (
    <Page>
      <OfficeRegisterHead slug={slug} view="register" title={t('register.office.register')} lead={title}>
        <p className="actions">
          <a className="btn" href={to.enterFiling(slug)}>
            {t('register.office.enter')}
          </a>
          <a className="btn btn--quiet" href={to.importRemarks(slug)}>
            {t('register.office.import')}
          </a>
        </p>
      </OfficeRegisterHead>
      <RegisterFilters list={list} here={here} />
      {list.remarks.length > 0 ? (
        <RemarkTable list={list} forOffice />
      ) : (
        <Empty>
          <p>{t(isFiltered ? 'register.none-filtered' : 'drafting.remarks.none')}</p>
          {isFiltered ? (
            <a className="tap" href={to.officeRegister(slug)}>
              {t('register.show-all', { count: list.total })}
            </a>
          ) : null}
        </Empty>
      )}
      <Pager list={list} here={here} />
      {list.total > 0 ? (
        <p className="by link-row">
          <a href={to.remarksFile(slug)}>{t('register.file')}</a>
          <a href={to.remarksFile(slug, 'pelny')}>{t('register.file-full')}</a>
        </p>
      ) : null}
    </Page>
  );
}
