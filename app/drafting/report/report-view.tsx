import { Polish, Sentence } from '#app/components/polish.tsx';
import { correctionInPolish, headInPolish } from '#app/drafting/report/report-in-polish.ts';
import { Fragment } from 'react';
import { Section } from '#app/components/page-parts.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { bindSpaces } from '#app/i18n/typography.ts';
import { WasIsHead } from '../acts/was-is.tsx';
import { lineOrders, type LineOrder } from './line-order.ts';
import {
  linesPerPage,
  type ReportCause,
  type ReportCorrection,
  type ReportHead,
  type ReportLine,
  type ReportWords,
} from './report-document.ts';
import {
  channelRows,
  correctionPairs,
  datePairs,
  meetingWords,
  numberPairs,
  signaturePairs,
  stateRows,
  subjectPairs,
  type Pair,
} from './report-sections.ts';
import { Pairs } from './report-pairs.tsx';
import { ReportTable } from './report-table.tsx';
import { causeWords } from './report-words.ts';
import { firstWords } from '../state/first-words.ts';
import { stateKeys } from '../state/remark-state.ts';

export type ReportPage = {
  head: ReportHead;
  total: number;
  page: number;
  pages: number;
  from: number;
  to: number;
  lines: ReportLine[];
  final: { number: number; madeByName: string; madeAt: Date } | null;
  /** Null before any report was closed. */
  corrections: ReportCorrection[] | null;
};

type Links = {
  pageLink: (page: number) => string;
  /** Page with every line, for print. */ printLink: string;
  order: LineOrder;
  orderLink: (order: LineOrder) => string;
};

/** Everything a report says, in the order of the Polish form. */
export function ReportBody({ report, ...links }: { report: ReportPage } & Links) {
  const t = useT();
  const locale = useLocale();
  const { head, final } = report;
  const said = headInPolish(head);
  const context = { t, locale };
  return (
    <>
      <div className="cols cols--2 section top">
        <section className="stack" aria-labelledby="h-1">
          <h2 id="h-1">{t('report.h.subject')}</h2>
          <Pairs pairs={subjectPairs(said, context)} />
        </section>
        <section className="stack" aria-labelledby="h-2">
          <h2 id="h-2">{t('report.h.dates')}</h2>
          <Pairs pairs={datePairs(said, context)} />
        </section>
      </div>
      <Section id="h-3" title={t('report.h.numbers')}>
        <Numbers head={head} />
      </Section>
      <Section id="h-4" title={t('report.h.meetings')}>
        <Meetings head={said} />
      </Section>
      <Section id="h-5" title={t('report.h.lines')}>
        <Lines report={report} {...links} />
      </Section>
      <Section id="h-6" title={t('report.h.changes')}>
        <Changes head={head} />
      </Section>
      <Section id="h-7" title={t('report.h.next')}>
        {head.details.nextSteps ? (
          <p className="pre w-40">
            <Polish>{head.details.nextSteps}</Polish>
          </p>
        ) : (
          <p>{t('report.not-entered')}</p>
        )}
      </Section>
      {report.corrections ? (
        <Section id="h-sprostowania" title={t('report.h.corrections')}>
          {report.corrections.length > 0 ? (
            <Pairs pairs={correctionPairs(report.corrections.map(correctionInPolish), context)} />
          ) : (
            <p>{t('report.corrections.none')}</p>
          )}
        </Section>
      ) : null}
      <Section id="h-8" title={t('report.h.signatures')}>
        <Pairs pairs={signaturePairs(said, context, final)} />
      </Section>
    </>
  );
}

function Numbers({ head }: { head: ReportHead }) {
  const t = useT();
  const locale = useLocale();
  const context = { t, locale };
  const sum = Object.values(head.numbers.states).reduce((total, count) => total + count, 0);
  const channels = channelRows(head, context);
  return (
    <>
      {head.details.forms ? (
        <p className="pre w-40 mb-4">
          <Polish>{head.details.forms}</Polish>
        </p>
      ) : null}
      <div className="cols cols--2 top">
        <CountTable caption={t('report.figures')} name={t('report.figure')} rows={numberPairs(head, context)} />
        <div className="stack">
          <CountTable
            caption={t('report.states')}
            name={t('report.state')}
            rows={stateRows(head, context).map((row): Pair => [row.name, String(row.count)])}
            sum={String(sum)}
          />
          {channels.length > 0 ? (
            <div className="room">
              <table className="data counts">
                <caption>{t('report.channels')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('report.channel')}</th>
                    <th scope="col" className="end">
                      {t('report.n.filings')}
                    </th>
                    <th scope="col" className="end">
                      {t('report.n.people-all')}
                    </th>
                    <th scope="col" className="end">
                      {t('report.n.received')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {channels.map((row) => (
                    <tr key={row.name}>
                      <th scope="row" className="plain">
                        {row.name}
                      </th>
                      <td className="end num">{row.filings}</td>
                      <td className="end num">{row.people}</td>
                      <td className="end num">{row.remarks}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : null}
        </div>
      </div>
      <p className="mt-3 w-40">{t('report.people-note')}</p>
    </>
  );
}

function CountTable({
  caption,
  name,
  rows,
  sum,
}: {
  caption: string;
  name: string;
  rows: readonly Pair[];
  sum?: string;
}) {
  const t = useT();
  return (
    <div className="room">
      <table className="data counts">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col" className="end">
              {t('report.count')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, count]) => (
            <tr key={label}>
              <th scope="row" className="plain">
                {label}
              </th>
              <td className="end num">{count}</td>
            </tr>
          ))}
        </tbody>
        {sum === undefined ? null : (
          <tfoot className="sum">
            <tr>
              <th scope="row">{t('report.sum')}</th>
              <td className="end num">{sum}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Meetings({ head }: { head: ReportHead }) {
  const t = useT();
  const locale = useLocale();
  if (head.meetings.length === 0) return <p>{t('meetings.none')}</p>;
  return (
    <ul className="rows">
      {head.meetings.map((meeting) => (
        <li key={`${meeting.startsAt}${meeting.title}`}>
          <div>
            <h3>
              <Sentence>{meeting.title}</Sentence>
            </h3>
            <p>
              <Sentence>{meetingWords(meeting, { t, locale })}</Sentence>
            </p>
            {meeting.minutes ? (
              <p className="pre w-40">
                <Sentence>{meeting.minutes}</Sentence>
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Lines({ report, pageLink, printLink, order, orderLink }: { report: ReportPage } & Links) {
  const t = useT();
  const { head, total, from, to: upTo, pages } = report;
  if (total === 0)
    return (
      <p>
        <strong>{t('report.no-remarks')}</strong>
      </p>
    );
  const caption = t('report.range', { from, to: upTo, total });
  return (
    <>
      <p className="note">
        {caption} {t('report.privacy')}
      </p>
      <nav className="no-print" aria-label={t('office.report.order')}>
        <ul className="filters">
          {lineOrders.map((each) => (
            <li key={each}>
              <a href={orderLink(each)} aria-current={each === order ? 'true' : undefined}>
                {t(`office.report.order.${each}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {pages > 1 ? <Ranges report={report} pageLink={pageLink} /> : null}
      {pages > 1 ? (
        <p className="print-address">
          <a href={printLink}>{t('report.print-all', { total })}</a>
        </p>
      ) : null}
      <ReportTable slug={head.consultation.slug} lines={report.lines} caption={caption} />
      {pages > 1 ? (
        <p className="no-print">
          <a className="tap" href="#h-5">
            {t('report.to-ranges')}
          </a>
        </p>
      ) : null}
    </>
  );
}

/** The table comes in pages of a hundred lines, each with an address of its own. */
function Ranges({ report, pageLink }: { report: ReportPage; pageLink: (page: number) => string }) {
  const t = useT();
  const { pages, page, total } = report;
  return (
    <nav className="no-print" aria-label={t('report.ranges')}>
      <ul className="filters ranges">
        {Array.from({ length: pages }, (_, at) => (
          <li key={at}>
            <a href={pageLink(at + 1)} aria-current={page === at + 1 ? 'page' : undefined}>
              {at * linesPerPage + 1}–{Math.min((at + 1) * linesPerPage, total)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Changes({ head }: { head: ReportHead }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { slug } = head.consultation;
  const causeAddress = ({ version, remark }: ReportCause) =>
    remark === null ? to.version(slug, version) : to.report(slug, { uwaga: remark });
  return (
    <>
      <p className="note">
        {t('report.versions-count', { count: head.versions.length })}{' '}
        {head.version > 1 ? <a href={to.redline(slug, 1, head.version)}>{t('report.same-in-text')}</a> : null}
      </p>
      {head.changes.length === 0 ? (
        <p>{t('report.no-changes')}</p>
      ) : (
        <table role="table" className="data data--stack was-is">
          <caption className="vh">{t('report.h.changes')}</caption>
          <thead role="rowgroup">
            <WasIsHead />
          </thead>
          <tbody role="rowgroup">
            {head.changes.map((change, at) => (
              <tr role="row" key={at}>
                <th role="rowheader" scope="row">
                  {bindSpaces(change.unit) || t('wasis.text')}
                  {change.oldUnit ? (
                    <small className="was-number">{t('wasis.was-number', { unit: change.oldUnit })}</small>
                  ) : null}
                </th>
                <td role="cell" className="law" data-label={t('wasis.was')}>
                  <Words words={change.was} none={t('wasis.nothing')} />
                </td>
                <td role="cell" className="law" data-label={t('wasis.is')}>
                  <Words words={change.is} none={t('wasis.deleted')} />
                </td>
                <td role="cell" data-label={t('wasis.why')}>
                  <div>
                    {change.why.map((cause) => (
                      <p key={`${cause.version} ${cause.remark}`} className="cause">
                        <a href={causeAddress(cause)}>
                          {causeWords(t, { version: cause.version, remark: cause.remark })}
                        </a>
                        {cause.numberOnly ? ` (${t('redline.only-number')})` : ''}
                        {cause.reason ? (
                          <small>
                            {cause.decision ? `${t(stateKeys[cause.decision])}. ` : ''}
                            <Polish>{firstWords(cause.reason, 160)}</Polish>
                          </small>
                        ) : null}
                      </p>
                    ))}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(head.renumbered ?? []).length > 0 ? (
        <details className="mt-3">
          <summary>{t('redline.renumbered', { count: head.renumbered!.length })}</summary>
          <ul>
            {head.renumbered!.map(({ unit, oldUnit, why }) => (
              <li key={unit}>
                {t('redline.renumbered-item', { before: bindSpaces(oldUnit), after: bindSpaces(unit) })}
                {why.map((cause) => (
                  <Fragment key={`${cause.version} ${cause.remark}`}>
                    ,{' '}
                    <a href={causeAddress(cause)}>{causeWords(t, { version: cause.version, remark: cause.remark })}</a>
                  </Fragment>
                ))}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <ul className="proof mt-3">
        {head.versions.map((version) => (
          <li key={version.number}>
            <span aria-hidden="true">·</span>
            <span>
              <a href={to.version(slug, version.number)}>{t('versions.number', { number: version.number })}</a>,{' '}
              {formatDate(locale, new Date(version.createdAt))}
              {version.remarks ? (
                <>
                  , {t('basket.version-remarks', { count: version.remarks.length })}{' '}
                  {version.remarks.map((remark, at) => (
                    <Fragment key={remark}>
                      {at > 0 ? ', ' : ''}
                      <a href={to.report(slug, { uwaga: remark })}>{remark}</a>
                    </Fragment>
                  ))}
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Words({ words, none }: { words: ReportWords; none: string }) {
  return (
    <div className="pre">
      {words.length === 0 ? (
        none
      ) : (
        <Polish>
          {words.map(({ text, strong }, at) =>
            strong ? <strong key={at}>{text}</strong> : <span key={at}>{text}</span>,
          )}
        </Polish>
      )}
    </div>
  );
}
