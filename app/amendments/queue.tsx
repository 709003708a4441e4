import { usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { deskFilters, type DeskFilter } from './desk-filters.ts';
import type { Desk, DeskRow } from './desk.server.ts';
import { FitSign, RemarkStateSign } from './remark-parts.tsx';

const filterKeys = {
  all: 'drafting.desk.all', waiting: 'drafting.desk.waiting', conflict: 'drafting.desk.conflict', done: 'drafting.desk.done', withdrawn: 'drafting.desk.withdrawn',
} as const satisfies Record<DeskFilter, string>;

/** Filters with their counts; `filter` is the one shown. */
export function QueueFilters({ desk }: { desk: Desk }) {
  const t = useT();
  const to = usePaths();
  return (
    <ul className="filters">
      {deskFilters.map((filter) => (
        <li key={filter}>
          <a href={to.desk(desk.consultation.slug, filter === 'all' ? {} : { stan: filter })} aria-current={desk.filter === filter ? 'true' : undefined}>
            {t(filterKeys[filter], { count: desk.counts[filter] })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The work list; `picked` is the remark beside it. */
export function QueueTable({ desk, rows, picked = null }: { desk: Desk; rows: readonly DeskRow[]; picked?: number | null }) {
  const t = useT();
  const to = usePaths();
  const { slug } = desk.consultation;
  return (
    <table className="data data--dense">
      <caption className="vh">{t('drafting.desk.order')}</caption>
      <thead><tr><th scope="col">{t('drafting.col.number')}</th><th scope="col">{t('drafting.col.unit')}</th><th scope="col">{t('drafting.col.state')}</th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number} className={row.number === picked ? 'pick' : undefined}>
            <th scope="row">{row.number}</th>
            <td>
              <a href={row.state === 'open' ? to.ruling(slug, row.number) : to.remark(slug, row.number)} aria-current={row.number === picked ? 'true' : undefined}>
                {bindSpaces(row.citation || t('drafting.ruling.gone-text'))}<span className="vh">, {t(`drafting.kind.${row.kind}`, { number: row.number })}</span>
              </a><br />
              {row.words}
            </td>
            <td>{row.state === 'open' && row.fit !== 'unchanged' ? <FitSign fit={row.fit} /> : <RemarkStateSign state={row.state} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
