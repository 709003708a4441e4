import { Polish } from '#app/components/polish.tsx';
import { TableHead } from '#app/components/table-head.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { formatNumber } from '#app/i18n/numbers.ts';
import { DecisionState } from '#app/drafting/state/decision-state.tsx';
import { decisions } from '#app/drafting/state/remark-state.ts';
import { percent, type ClockFigures, type Fraction } from './clock.ts';
import type { ConsultationClock } from './clock.server.ts';

/** „4 z 10, 40,00%": the numbers first, so that the share can be checked. */
function useShare() {
  const t = useT();
  const locale = useLocale();
  return (share: Fraction | null) =>
    share
      ? t('clock.share', {
          count: formatNumber(locale, share.count),
          of: formatNumber(locale, share.of),
          percent: formatNumber(locale, percent(share), 2),
        })
      : t('clock.none-yet');
}

function useDays() {
  const t = useT();
  const locale = useLocale();
  return (days: number | null) =>
    days === null
      ? t('clock.none-yet')
      : t('clock.days', { count: days, shown: formatNumber(locale, days, Number.isInteger(days) ? 0 : 1) });
}

/** The figures of one consultation, each with what it means. */
export function ClockTable({ figures, dueAt }: { figures: ClockFigures; dueAt: Date | null }) {
  const t = useT();
  const locale = useLocale();
  const [share, days] = [useShare(), useDays()];
  const rows: [string, string, string][] = [
    ...(dueAt
      ? [[t('clock.due'), formatDateTime(locale, dueAt), t('clock.means.due')] as [string, string, string]]
      : []),
    [t('clock.received'), formatNumber(locale, figures.received), t('clock.means.received')],
    [t('clock.answered'), formatNumber(locale, figures.answered), t('clock.means.answered')],
    [t('clock.waiting'), formatNumber(locale, figures.waiting), t('clock.means.waiting')],
    [
      t('clock.overdue'),
      figures.overdue > 0 && figures.daysOverdue > 0
        ? t('clock.overdue-days', { count: figures.overdue, days: figures.daysOverdue })
        : formatNumber(locale, figures.overdue),
      t('clock.means.overdue'),
    ],
    [t('clock.median'), days(figures.medianDays), t('clock.means.median')],
    [t('clock.in-time'), share(figures.inTimeShare), t('clock.means.in-time')],
  ];
  return (
    <div className="room">
      <table className="data data--stack" role="table">
        <caption className="vh">{t('clock.table')}</caption>
        <TableHead columns={[t('clock.figure'), t('clock.value'), t('clock.meaning')]} />
        <tbody role="rowgroup">
          {rows.map(([name, value, meaning]) => (
            <tr role="row" key={name}>
              <th role="rowheader" scope="row">
                {name}
              </th>
              <td role="cell" className="num" data-label={t('clock.value')}>
                <b>{value}</b>
              </td>
              <td role="cell" data-label={t('clock.meaning')}>
                {meaning}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How the office rules: each decision as a share of all rulings. */
export function DecisionShares({ figures }: { figures: ClockFigures }) {
  const t = useT();
  const share = useShare();
  return (
    <div className="room">
      <table className="data counts">
        <caption>{t('clock.decisions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('clock.decision')}</th>
            <th scope="col" className="end">
              {t('clock.share-head')}
            </th>
          </tr>
        </thead>
        <tbody>
          {decisions.map((decision) => (
            <tr key={decision}>
              <th scope="row" className="plain">
                <DecisionState decision={decision} />
              </th>
              <td className="end num">{share(figures.shares[decision])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Clocks of a municipality's consultations, one line each. */
export function ClockList({ consultations }: { consultations: readonly ConsultationClock[] }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const [share, days] = [useShare(), useDays()];
  return (
    <div className="room">
      <table className="data data--stack" role="table">
        <caption className="vh">{t('clock.list')}</caption>
        <TableHead
          columns={[t('clock.consultation'), t('clock.due'), t('clock.waiting'), t('clock.median'), t('clock.in-time')]}
        />
        <tbody role="rowgroup">
          {consultations.map(({ slug, title, answersDueAt, figures }) => (
            <tr role="row" key={slug}>
              <th role="rowheader" scope="row">
                <a href={to.clock(slug)}>
                  <Polish>{title}</Polish>
                </a>
              </th>
              <td role="cell" data-label={t('clock.due')}>
                {formatDateTime(locale, answersDueAt)}
                {figures.daysOverdue > 0 ? (
                  <>
                    , <strong>{t('stage.late', { days: figures.daysOverdue })}</strong>
                  </>
                ) : null}
              </td>
              <td role="cell" className="num" data-label={t('clock.waiting')}>
                {t('clock.of', { count: figures.waiting, of: figures.received })}
              </td>
              <td role="cell" className="num" data-label={t('clock.median')}>
                {days(figures.medianDays)}
              </td>
              <td role="cell" className="num" data-label={t('clock.in-time')}>
                {share(figures.inTimeShare)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
