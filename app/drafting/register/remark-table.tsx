import { citeTogether } from '#app/i18n/inflect-citation.ts';
import { ChangeSentence, Polish, Sentence } from '#app/components/polish.tsx';
import { inPolish } from '#app/i18n/in-polish.ts';
import { SignedBy } from '#app/drafting/state/signed-by.tsx';
import { Form, SelectField, Submit, TextField } from '#app/components/form.tsx';
import { remarkStates, stateKeys } from '#app/drafting/state/remark-state.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDate } from '#app/i18n/dates.ts';
import { bindSpaces } from '#app/i18n/typography.ts';
import { firstWords } from '../state/first-words.ts';
import type { RemarkList } from '../remarks/remark-list.server.ts';
import { FitSign, RemarkStateSign } from '../remarks/remark-parts.tsx';
import type { RemarkView } from '../remarks/remark-views.server.ts';
import { channelKeys } from '../state/channels.ts';
import { filterParams, type FilterParams } from './register-filter.ts';
import { bounds } from '#app/forms/bounds.ts';

/** Address of the same list with other parameters. */
export type Here = (params: FilterParams & { strona?: number }) => string;

/** Search and filters of the register, as one form that reads, and the states as links. */
export function RegisterFilters({ list, here }: { list: RemarkList; here: Here }) {
  const t = useT();
  const { filter } = list;
  const params = filterParams(filter);
  const any = { value: '', label: t('register.filter.any') };
  const states = [
    { value: null, count: list.counts.all },
    ...remarkStates.map((value) => ({ value, count: list.counts[value] })),
  ];
  return (
    <>
      {list.total > 3 || filter.words || filter.channel || filter.clauseCode !== null || filter.group !== null ? (
        <Form method="get" action={here({})} className="inline-form register-filter">
          {filter.state ? <input type="hidden" name="stan" value={filter.state} /> : null}
          <TextField
            name="q"
            max={bounds.searchedWords}
            type="search"
            label={t('register.filter.words')}
            defaultValue={filter.words}
          />
          <SelectField
            name="kanal"
            label={t('register.filter.channel')}
            defaultValue={filter.channel ?? ''}
            choices={[
              any,
              ...list.channels.map(({ channel, count }) => ({
                value: channel,
                label: `${t(channelKeys[channel])} (${count})`,
              })),
            ]}
          />
          <SelectField
            name="jednostka"
            label={t('register.filter.unit')}
            defaultValue={filter.clauseCode === 'whole' ? 'calosc' : String(filter.clauseCode ?? '')}
            choices={[
              any,
              { value: 'calosc', label: t('drafting.to-whole') },
              ...list.clauses.map(({ code, citation }) => ({ value: String(code), label: bindSpaces(citation) })),
            ]}
          />
          {list.groups.length > 0 ? (
            <SelectField
              name="grupa"
              label={t('register.filter.group')}
              defaultValue={String(filter.group ?? '')}
              choices={[
                any,
                ...list.groups.map(({ number, title }) => ({
                  value: String(number),
                  label: `${number}. ${title}`,
                  lang: 'pl' as const,
                })),
              ]}
            />
          ) : null}
          <Submit quiet>{t('form.show')}</Submit>
        </Form>
      ) : null}
      <nav aria-label={t('drafting.filter')}>
        <ul className="filters">
          {states
            .filter(({ value, count }) => value === null || count > 0 || value === filter.state)
            .map(({ value, count }) => (
              <li key={value ?? 'all'}>
                <a
                  href={here({ ...params, stan: value ?? '' })}
                  aria-current={value === filter.state ? 'true' : undefined}
                >
                  {value
                    ? t('drafting.filter.state', { state: t(stateKeys[value]), count })
                    : t('drafting.filter.all', { count })}
                </a>
              </li>
            ))}
        </ul>
      </nav>
    </>
  );
}

/** One page of the register. `forOffice` adds how each came. */
export function RemarkTable({ list, forOffice = false }: { list: RemarkList; forOffice?: boolean }) {
  const t = useT();
  const columns = ['number', 'unit', 'author', 'state'] as const;
  return (
    <div className="room">
      <table className="data data--stack" role="table">
        <caption className="vh">{t('drafting.remarks.caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column} scope="col" role="columnheader">
                {t(`drafting.col.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {list.remarks.map((remark) => (
            <Row key={remark.number} remark={remark} slug={list.consultation.slug} forOffice={forOffice} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ remark, slug, forOffice }: { remark: RemarkView; slug: string; forOffice: boolean }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const { filing } = remark;
  const units = citeTogether(remark.places.map(({ citation }) => citation || t('drafting.clause.gone')));
  return (
    <tr role="row">
      <th scope="row" role="rowheader" className="row-links">
        <a href={to.remark(slug, remark.number)}>{t(`drafting.kind.${remark.kind}`, { number: remark.number })}</a>
        {filing.points > 1 || forOffice ? (
          <a className="by" href={to.filing(slug, filing.number)}>
            {filing.points > 1
              ? t('register.point-of', { point: filing.point, points: filing.points, number: filing.number })
              : t('register.letter', { number: filing.number })}
          </a>
        ) : null}
      </th>
      <td role="cell">
        <strong>
          <Sentence>{bindSpaces(units || inPolish(remark.place ?? '') || t('drafting.to-whole'))}</Sentence>
        </strong>
        <br />
        {remark.changes.length > 0 ? (
          <ChangeSentence>{remark.changes.map(({ sentence }) => sentence).join(' ')}</ChangeSentence>
        ) : (
          <Polish>{firstWords(remark.reason, 140) || remark.category}</Polish>
        )}
      </td>
      <td role="cell" data-label={t('drafting.col.author')}>
        <span className="pause">
          <SignedBy signed={remark} />
        </span>
        <br />
        <span className="by">
          {formatDate(locale, remark.filedAt)}
          {forOffice || remark.channel !== 'web' ? `, ${t(channelKeys[remark.channel])}` : ''}
        </span>
      </td>
      <td role="cell" data-label={t('drafting.col.state')}>
        <RemarkStateSign state={remark.state} />
        {remark.isLate ? (
          <>
            <br />
            <span className="by">{t('register.late')}</span>
          </>
        ) : null}
        {remark.state === 'open' && remark.fit !== 'unchanged' ? (
          <>
            <br />
            <FitSign fit={remark.fit} />
          </>
        ) : null}
        {remark.supports > 0 ? (
          <>
            <br />
            <span className="by">{t('drafting.supports', { count: remark.supports })}</span>
          </>
        ) : null}
      </td>
    </tr>
  );
}

export function Pager({ list, here }: { list: RemarkList; here: Here }) {
  const t = useT();
  if (list.pages <= 1) return null;
  const href = (strona: number) => here({ ...filterParams(list.filter), strona });
  return (
    <p className="by py-3">
      {t('list.page', { page: list.page, pages: list.pages })}{' '}
      {list.page > 1 ? (
        <a className="tap" href={href(list.page - 1)}>
          {t('list.previous')}
        </a>
      ) : null}{' '}
      {list.page < list.pages ? (
        <a className="tap" href={href(list.page + 1)}>
          {t('list.next')}
        </a>
      ) : null}
    </p>
  );
}
