import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { TermLine } from '#app/amendments/clause-parts.tsx';
import { firstWords } from '#app/amendments/first-words.ts';
import { pageNumber, wholeParam } from '#app/amendments/params.ts';
import { listRemarks, type RemarkList } from '#app/amendments/remark-list.server.ts';
import { FitSign, RemarkStateSign } from '#app/amendments/remark-parts.tsx';
import { remarkStates } from '#app/consultations/remark-state.ts';
import { stateKeys } from '#app/consultations/remark-state.ts';
import { Empty, Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { bindSpaces } from '#app/i18n/typography.ts';

export const loader = handler(async ({ params, url, db, locale }) => {
  const state = remarkStates.find((known) => known === url.searchParams.get('stan')) ?? null;
  const clause = url.searchParams.get('jednostka');
  const now = new Date();
  const list = await listRemarks(db, { slug: params.slug ?? '', state, clauseCode: clause ? wholeParam(clause) : null, page: pageNumber(url), locale, now });
  return { list, state, clause: clause ? wholeParam(clause) : undefined, now };
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  { title: `${translate(localeOfPath(location.pathname), 'drafting.remarks')}${data ? `. ${data.list.consultation.title}` : ''} – Paragraf` },
];

export default function Remarks() {
  const { list, state, clause, now } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const { slug, title } = list.consultation;
  const filters = [{ value: null, count: list.counts.all }, ...remarkStates.map((value) => ({ value, count: list.counts[value] }))];
  return (
    <Page crumbs={[{ label: title, to: to.consultation(slug) }, { label: t('drafting.remarks') }]}>
      <PageHead title={t('drafting.remarks')} lead={t('drafting.remarks.lead')}>
        <p className="facts"><span><TermLine consultation={list.consultation} now={now} /></span></p>
      </PageHead>
      <nav aria-label={t('drafting.filter')}>
        <ul className="filters">
          {filters.filter(({ value, count }) => value === null || count > 0 || value === state).map(({ value, count }) => (
            <li key={value ?? 'all'}>
              <a href={to.remarks(slug, { ...(value ? { stan: value } : {}), ...(clause ? { jednostka: clause } : {}) })} aria-current={value === state ? 'true' : undefined}>
                {value ? t('drafting.filter.state', { state: t(stateKeys[value]), count }) : t('drafting.filter.all', { count })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.remarks.length > 0 ? <RemarkTable list={list} /> : (
        <Empty><p>{t(state ? 'drafting.remarks.none-in-state' : 'drafting.remarks.none')}</p><a className="tap" href={to.draft(slug)}>{t('drafting.remarks.read')}</a></Empty>
      )}
      {list.pages > 1 ? <Pager list={list} params={{ ...(state ? { stan: state } : {}), ...(clause ? { jednostka: clause } : {}) }} /> : null}
    </Page>
  );
}

function RemarkTable({ list }: { list: RemarkList }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { slug } = list.consultation;
  return (
    <table className="data data--stack" role="table">
      <caption className="vh">{t('drafting.remarks.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['number', 'unit', 'author', 'state'] as const).map((column) => <th key={column} scope="col" role="columnheader">{t(`drafting.col.${column}`)}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {list.remarks.map((remark) => (
          <tr key={remark.number} role="row">
            <th scope="row" role="rowheader"><a href={to.remark(slug, remark.number)}>{bindSpaces(t(`drafting.kind.${remark.kind}`, { number: remark.number }))}</a></th>
            <td role="cell">
              <strong>{bindSpaces(remark.places.map(({ citation }) => citation || t('drafting.clause.gone')).join(', ') || t('drafting.to-whole'))}</strong><br />
              {remark.changes.map(({ sentence }) => sentence).join(' ') || firstWords(remark.reason || (remark.place ?? ''), 140)}
            </td>
            <td role="cell" data-label={t('drafting.col.author')}>{remark.organisation ?? remark.authorName}<br /><span className="by">{formatDate(locale, remark.filedAt)}</span></td>
            <td role="cell" data-label={t('drafting.col.state')}>
              <RemarkStateSign state={remark.state} />
              {remark.state === 'open' && remark.fit !== 'unchanged' ? <><br /><FitSign fit={remark.fit} /></> : null}
              {remark.supports > 0 ? <><br /><span className="by">{t('drafting.supports', { count: remark.supports })}</span></> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pager({ list, params }: { list: RemarkList; params: { stan?: string; jednostka?: number } }) {
  const t = useT();
  const to = usePaths();
  const href = (page: number) => {
    const base = to.remarks(list.consultation.slug, params);
    return `${base}${base.includes('?') ? '&' : '?'}strona=${page}`;
  };
  return (
    <p className="by py-3">
      {t('list.page', { page: list.page, pages: list.pages })}{' '}
      {list.page > 1 ? <a className="tap" href={href(list.page - 1)}>{t('list.previous')}</a> : null}{' '}
      {list.page < list.pages ? <a className="tap" href={href(list.page + 1)}>{t('list.next')}</a> : null}
    </p>
  );
}
