import { formatDate } from '#app/i18n/dates.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { bindSpaces } from '#app/i18n/typography.ts';
import { Icon } from '#app/components/icon.tsx';
import { deskFilters, deskParams, type DeskFilter, type DeskQuery } from './desk-filters.ts';
import { placeWords } from '../remarks/filed-place.ts';
import type { DeskHeadFacts, DeskRow } from './desk.server.ts';
import { FitSign, RemarkStateSign } from '../remarks/remark-parts.tsx';

const filterKeys = {
  all: 'drafting.desk.all',
  waiting: 'drafting.desk.waiting',
  mine: 'deciding.desk.mine',
  overdue: 'deciding.desk.overdue',
  conflict: 'drafting.desk.conflict',
  author: 'deciding.desk.author',
  drafts: 'deciding.desk.drafts',
  returned: 'deciding.desk.returned',
  collected: 'basket.filter',
  done: 'drafting.desk.done',
  withdrawn: 'drafting.desk.withdrawn',
} as const satisfies Record<DeskFilter, string>;

/** Views that are always there; the others appear when they hold something. */
const standing: ReadonlySet<DeskFilter> = new Set(['all', 'waiting', 'mine', 'conflict', 'done']);

/** Quick views with their counts; `query` is what is shown, and kept. */
export function QueueFilters({ desk, query }: { desk: DeskHeadFacts; query: DeskQuery | null }) {
  const t = useT();
  const to = usePaths();
  return (
    <ul className="filters">
      {deskFilters
        .filter((filter) => standing.has(filter) || desk.counts[filter] > 0 || query?.filter === filter)
        .map((filter) => (
          <li key={filter}>
            <a
              href={to.desk(desk.consultation.slug, deskParams({ ...query, filter, page: 1 }))}
              aria-current={query?.filter === filter ? 'true' : undefined}
            >
              {t(filterKeys[filter], { count: desk.counts[filter] })}
            </a>
          </li>
        ))}
    </ul>
  );
}

type TableProps = {
  slug: string;
  /** How the list was asked for: kept on the way through it. */
  query: DeskQuery;
  rows: readonly DeskRow[];
  /** The remark beside the list. */
  picked?: number | null;
  /** With a box in every row, for a form around the table. */
  withBoxes?: boolean;
};

/** The work list, dense: number, unit and first words, state. */
export function QueueTable({ slug, query, rows, picked = null, withBoxes = false }: TableProps) {
  const t = useT();
  return (
    <div className="room">
      <table className="data data--dense" data-keys={withBoxes ? 'rows' : undefined}>
        <caption className="vh">{t('drafting.desk.order')}</caption>
        <thead>
          <tr>
            {withBoxes ? (
              <th scope="col">
                <span className="vh">{t('deciding.desk.choose')}</span>
              </th>
            ) : null}
            <th scope="col">{t('drafting.col.number')}</th>
            <th scope="col">{t('drafting.col.unit')}</th>
            {withBoxes ? (
              <th scope="col" className="wide-only">
                {t('deciding.desk.who')}
              </th>
            ) : null}
            <th scope="col">{t('drafting.col.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number} className={row.number === picked ? 'pick' : undefined}>
              {withBoxes ? (
                <td className="box">
                  {row.state === 'open' ? (
                    <label>
                      <input type="checkbox" name="nr" value={row.number} />
                      <span className="vh">{t('deciding.desk.choose-one', { number: row.number })}</span>
                    </label>
                  ) : null}
                </td>
              ) : null}
              <th scope="row">{row.number}</th>
              <td>
                <Unit row={row} slug={slug} query={query} picked={row.number === picked} />
              </td>
              {withBoxes ? (
                <td className="wide-only">
                  <Handling row={row} />
                </td>
              ) : null}
              <td>
                <Standing row={row} slug={slug} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Unit({ row, slug, query, picked }: { row: DeskRow; slug: string; query: DeskQuery; picked: boolean }) {
  const t = useT();
  const to = usePaths();
  return (
    <>
      <a
        href={
          row.state === 'open'
            ? to.ruling(slug, row.number, deskParams({ ...query, page: 1 }))
            : to.remark(slug, row.number)
        }
        aria-current={picked ? 'true' : undefined}
      >
        {bindSpaces(row.place ? placeWords(t, row.place) : t('deciding.desk.whole'))}
        <span className="vh">, {t(`drafting.kind.${row.kind}`, { number: row.number })}</span>
      </a>
      <br />
      {row.words}
    </>
  );
}

/** Who works on it and until when. */
function Handling({ row }: { row: DeskRow }) {
  const t = useT();
  const locale = useLocale();
  if (row.state !== 'open') return null;
  return (
    <>
      {row.assignedTo ?? <span className="by">{t('deciding.desk.nobody')}</span>}
      <br />
      {row.isOverdue ? (
        <b>{t('deciding.desk.was-due', { date: formatDate(locale, row.dueAt) })}</b>
      ) : (
        <span className="by">{t('deciding.desk.due', { date: formatDate(locale, row.dueAt) })}</span>
      )}
    </>
  );
}

function Standing({ row, slug }: { row: DeskRow; slug: string }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  return (
    <>
      {row.state === 'open' && row.fit !== 'unchanged' ? (
        <FitSign fit={row.fit} />
      ) : (
        <RemarkStateSign state={row.state} />
      )}
      {row.askedSince ? (
        <span className="row-note">{t('deciding.desk.asked', { date: formatDate(locale, row.askedSince) })}</span>
      ) : null}
      {row.drafts.isCollected ? (
        <span className="row-note">{t('basket.row')}</span>
      ) : row.drafts.forViewer ? (
        <span className="row-note">
          <Icon sign="s-half" />
          {t('deciding.desk.draft-waits')}
        </span>
      ) : row.drafts.count > 0 ? (
        <span className="row-note">{t('deciding.desk.has-draft', { count: row.drafts.count })}</span>
      ) : null}
      {row.group !== null ? (
        <span className="row-note">
          <a href={to.officeGroup(slug, row.group)}>{t('deciding.group.name', { number: row.group })}</a>
        </span>
      ) : null}
    </>
  );
}
