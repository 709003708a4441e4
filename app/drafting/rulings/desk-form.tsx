import { Form, SelectField } from '#app/components/form.tsx';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatNumber } from '#app/i18n/numbers.ts';
import { stateKeys, remarkStates } from '#app/drafting/state/remark-state.ts';
import { deskParams, deskSorts, isNarrowed, type DeskQuery } from './desk-filters.ts';
import type { Desk } from './desk.server.ts';
import { channelKeys, channels } from '../state/channels.ts';
import { fitKeys } from '../remarks/words.ts';

/** Everything the list can be narrowed by, in one form that is an address. */
export function DeskFilterForm({ desk }: { desk: Desk }) {
  const t = useT();
  const to = usePaths();
  const {
    query,
    consultation: { slug },
  } = desk;
  const any = { value: '', label: t('deciding.filter.any') };
  return (
    <details className="narrow" open={isNarrowed(query)}>
      <summary>{t('deciding.filter')}</summary>
      <Form method="get" action={to.desk(slug)} className="form form--filters">
        {query.filter === 'all' ? null : <input type="hidden" name="stan" value={query.filter} />}
        <SelectField
          name="rozstrzygniecie"
          label={t('deciding.filter.state')}
          defaultValue={query.state ?? ''}
          choices={[any, ...remarkStates.map((state) => ({ value: state, label: t(stateKeys[state]) }))]}
        />
        <SelectField
          name="dopasowanie"
          label={t('deciding.filter.fit')}
          defaultValue={query.fit ?? ''}
          choices={[
            any,
            ...(['unchanged', 'contained', 'adapted', 'conflict'] as const).map((fit) => ({
              value: fit,
              label: t(fitKeys[fit]),
            })),
          ]}
        />
        <SelectField
          name="jednostka"
          label={t('deciding.filter.unit')}
          defaultValue={String(query.unit ?? '')}
          choices={[
            any,
            ...desk.units.map(({ code, citation, heading }) => ({
              value: String(code),
              label: [citation, heading].filter(Boolean).join(' '),
            })),
          ]}
        />
        <SelectField
          name="kanal"
          label={t('deciding.filter.channel')}
          defaultValue={query.channel ?? ''}
          choices={[any, ...channels.map((channel) => ({ value: channel, label: t(channelKeys[channel]) }))]}
        />
        <SelectField
          name="osoba"
          label={t('deciding.filter.person')}
          defaultValue={query.person === 'nobody' ? 'nikt' : (query.person ?? '')}
          choices={[
            any,
            { value: 'nikt', label: t('deciding.desk.nobody') },
            ...desk.officials.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          name="termin"
          label={t('deciding.filter.due')}
          defaultValue={query.due ?? ''}
          choices={[
            any,
            { value: 'overdue', label: t('deciding.filter.overdue') },
            { value: 'soon', label: t('deciding.filter.soon') },
          ]}
        />
        <SelectField
          name="grupa"
          label={t('deciding.filter.group')}
          defaultValue={String(query.group ?? '')}
          choices={[
            any,
            { value: 'any', label: t('deciding.filter.grouped') },
            { value: 'none', label: t('deciding.filter.ungrouped') },
            ...(typeof query.group === 'number'
              ? [{ value: String(query.group), label: t('deciding.group.name', { number: query.group }) }]
              : []),
          ]}
        />
        <SelectField
          name="kolejnosc"
          label={t('deciding.sort')}
          defaultValue={query.sort}
          choices={deskSorts.map((sort) => ({ value: sort, label: t(`deciding.sort.${sort}`) }))}
        />
        <p className="actions">
          <button className="btn btn--quiet btn--small" type="submit">
            {t('deciding.filter.show')}
          </button>
          {isNarrowed(query) ? (
            <a className="tap" href={to.desk(slug)}>
              {t('deciding.filter.clear')}
            </a>
          ) : null}
        </p>
      </Form>
    </details>
  );
}

/** How many are found, and the way to the other pages. */
export function DeskPages({ desk, query }: { desk: Pick<Desk, 'total' | 'pages' | 'consultation'>; query: DeskQuery }) {
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  const href = (page: number) => to.desk(desk.consultation.slug, deskParams({ ...query, page }));
  return (
    <p className="by py-3">
      {t('deciding.desk.found', { count: desk.total, number: formatNumber(locale, desk.total) })}{' '}
      {desk.pages > 1 ? t('list.page', { page: query.page, pages: desk.pages }) : null}{' '}
      {query.page > 1 ? (
        <>
          <a className="tap" rel="prev" href={href(query.page - 1)}>
            {t('list.previous')}
          </a>{' '}
        </>
      ) : null}
      {query.page < desk.pages ? (
        <a className="tap" rel="next" href={href(query.page + 1)}>
          {t('list.next')}
        </a>
      ) : null}
    </p>
  );
}
