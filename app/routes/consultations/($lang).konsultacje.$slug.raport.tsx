import { Polish, Sentence } from '#app/components/polish.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import type { MetaFunction } from '@remix-run/node';
import type { Skip } from '#app/components/site-frame.tsx';
import { useLoaderData } from '@remix-run/react';
import { consultationCrumbs } from '#app/drafting/state/consultation-crumbs.ts';
import { pageNumber } from '#app/drafting/remarks/params.ts';
import { Notice, Page } from '#app/components/page-parts.tsx';
import { Grounds } from '#app/drafting/grounds/grounds-view.tsx';
import { listGrounds } from '#app/drafting/grounds/grounds.server.ts';
import { lineOfRemark, openReport } from '#app/drafting/report/load-report.server.ts';
import { orderParams } from '#app/drafting/report/line-order.ts';
import { allLinesOf, linesPerPage, mostPrinted, pageOfLines } from '#app/drafting/report/report-document.ts';
import { ReportBody } from '#app/drafting/report/report-view.tsx';
import { wantedReport } from '#app/drafting/report/wanted-report.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate, formatDateTime } from '#app/i18n/dates.ts';

const whole = (text: string | null) => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

export const loader = handler(async ({ params, url, db, to, t }) => {
  const slug = params.slug ?? '';
  const { number, live, order } = wantedReport(url);
  const remark = whole(url.searchParams.get('uwaga'));
  const line = remark === null ? null : await lineOfRemark(db, slug, remark);
  if (line !== null)
    throw seeOther(
      `${to.report(slug, { strona: Math.ceil(line / linesPerPage), ...(number ? { nr: number } : {}) })}#uwaga-${remark}`,
    );
  const report = await openReport(db, { slug, number, live, order, now: new Date() });
  const isPrint = url.searchParams.get('druk') === '1';
  if (isPrint && report.total > mostPrinted)
    throw seeOther(
      to.reportFile(slug, 'pdf', {
        ...(report.final ? { nr: report.final.number } : {}),
        kolejnosc: orderParams[order],
      }),
    );
  const range = isPrint ? allLinesOf(report.total) : pageOfLines(pageNumber(url), report.total);
  const { head, total, final, finals, redactions } = report;
  return {
    report: {
      head,
      total,
      final,
      corrections: finals.length > 0 ? report.corrections : null,
      ...range,
      lines: total === 0 ? [] : await report.read(range.from, range.to),
    },
    isPrint,
    order,
    finals,
    redactions,
    final,
    grounds: await listGrounds(db, slug),
    title: t('report.title'),
  };
});

export const handle = { skip: { to: 'h-5', label: 'nav.skip-remarks' } satisfies Skip };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: ${data.report.head.consultation.title} – Paragraf` : 'Paragraf' },
  ...(data?.isPrint ? [{ name: 'robots', content: 'noindex' }] : []),
];

export default function Report() {
  const { report, title, order, grounds } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { head, final } = report;
  const { slug } = head.consultation;
  const nr = final ? { nr: final.number } : {};
  const ordered = { ...nr, kolejnosc: orderParams[order] };
  return (
    <Page crumbs={consultationCrumbs({ t, to }, head.consultation, { label: title })}>
      <div className="report">
        <div className="head report-head">
          <p className="letterhead">
            <span className="pause">{head.consultation.municipality}</span>
            <span>
              {final
                ? t('report.number-on', { number: final.number, date: formatDate(locale, final.madeAt) })
                : t('report.as-of', { at: formatDateTime(locale, new Date(head.asOf)) })}
            </span>
          </p>
          <h1>{title}</h1>
          <p className="lead">
            <Polish>{head.consultation.title}</Polish>.{' '}
            {t('report.lead', {
              received: head.numbers.received,
              accepted: head.numbers.states.accepted,
              part: head.numbers.states['accepted-in-part'],
              changes: head.changes.length,
            })}
          </p>
          {head.consultation.isDemo ? <p className="note">{t('draft.demo')}</p> : null}
          <p className="actions no-print">
            <a href={to.reportFile(slug, 'pdf', ordered)}>{t('report.pdf')}</a>
            <a href={to.reportFile(slug, 'docx', ordered)}>{t('report.docx')}</a>
            <a href={to.reportFile(slug, 'csv', ordered)}>{t('report.csv')}</a>
            {final ? <a href={to.reportFile(slug, 'json', nr)}>{t('report.json')}</a> : null}
            <a href={to.reportDownload(slug, nr)}>{t('format.all')}</a>
            <a href={to.clock(slug)}>{t('clock.title')}</a>
          </p>
        </div>
        <Finality />
        <Grounds grounds={grounds} titled={false} />
        {final && grounds.length > 0 ? <p className="note">{t('grounds.now')}</p> : null}
        <ReportBody
          report={report}
          pageLink={(page) => `${to.report(slug, { strona: page, ...ordered })}#h-5`}
          printLink={to.report(slug, { druk: 1, ...ordered })}
          order={order}
          orderLink={(each) => `${to.report(slug, { ...nr, kolejnosc: orderParams[each] })}#h-5`}
        />
      </div>
    </Page>
  );
}

/** Whether this is the state of things or a closed report, which one, and how to check it. */
function Finality() {
  const { report, final, finals, redactions } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { slug } = report.head.consultation;
  const newest = finals.at(-1);
  if (!final)
    return (
      <Notice>
        <p>{t(newest ? 'report.live-beside' : 'report.live')}</p>
        {newest ? (
          <p>
            <a href={to.report(slug)}>{t('report.newest', { number: newest.number })}</a>
          </p>
        ) : null}
      </Notice>
    );
  return (
    <Notice warn={newest !== undefined && newest.number !== final.number}>
      <h2 className="size-4">
        {t('report.closed', { number: final.number, at: formatDateTime(locale, final.madeAt) })}
      </h2>
      {newest && newest.number !== final.number ? (
        <p>
          <a href={to.report(slug)}>{t('report.newest', { number: newest.number })}</a>
        </p>
      ) : null}
      {final.note ? (
        <p>
          <Sentence>{t('report.replaces', { number: final.number - 1, reason: inPolish(final.note) })}</Sentence>{' '}
          <a href={to.report(slug, { nr: final.number - 1 })}>{t('report.earlier', { number: final.number - 1 })}</a>
        </p>
      ) : null}
      <p>
        {t('report.check')} <code className="hash hash--long">{final.hash}</code>
      </p>
      {redactions > 0 ? <p>{t('report.redactions', { count: redactions })}</p> : null}
    </Notice>
  );
}
