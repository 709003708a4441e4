import { remarkStates, type RemarkState } from '#app/drafting/state/remark-state.ts';
import { isUuid } from '#app/db/is-uuid.ts';
import { channels, type Channel } from '../state/channels.ts';
import type { Fit } from '../state/remark.ts';

/** Quick views of the work list; each is a link with its count. */
export const deskFilters = [
  'all',
  'waiting',
  'mine',
  'overdue',
  'conflict',
  'author',
  'drafts',
  'returned',
  'collected',
  'done',
  'withdrawn',
] as const;
export type DeskFilter = (typeof deskFilters)[number];

export const deskSorts = ['act', 'number', 'newest', 'due', 'supports'] as const;
export type DeskSort = (typeof deskSorts)[number];

const fits = ['unchanged', 'contained', 'adapted', 'conflict'] as const satisfies readonly Fit[];

/** What the work list shows, as its address says it. `null` leaves a question open. */
export type DeskQuery = {
  filter: DeskFilter;
  state: RemarkState | null;
  fit: Fit | null;
  /** Code of a unit: remarks on it and on everything under it. */
  unit: number | null;
  channel: Channel | null;
  /** An official's id, or nobody. */
  person: string | 'nobody' | null;
  due: 'overdue' | 'soon' | null;
  /** Number of a group, any group, or none. */
  group: number | 'any' | 'none' | null;
  sort: DeskSort;
  page: number;
};

export const pageSize = 50;

/** Reads the address; nonsense asks nothing. */
export function deskQuery(params: URLSearchParams): DeskQuery {
  const one = <const T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((value) => value === params.get(name)) ?? null;
  const whole = (name: string): number | null =>
    /^[1-9]\d{0,5}$/.test(params.get(name) ?? '') ? Number(params.get(name)) : null;
  const person = params.get('osoba') ?? '';
  return {
    filter: one('stan', deskFilters) ?? 'all',
    state: one('rozstrzygniecie', remarkStates),
    fit: one('dopasowanie', fits),
    unit: whole('jednostka'),
    channel: one('kanal', channels),
    person: person === 'nikt' ? 'nobody' : isUuid(person) ? person : null,
    due: one('termin', ['overdue', 'soon'] as const),
    group: whole('grupa') ?? one('grupa', ['any', 'none'] as const),
    sort: one('kolejnosc', deskSorts) ?? 'act',
    page: whole('strona') ?? 1,
  };
}

/** Number of the remark that was done last, as the address says it. */
export function doneParam(params: URLSearchParams): number | null {
  const given = params.get('zrobiono') ?? '';
  return /^[1-9]\d{0,8}$/.test(given) ? Number(given) : null;
}

/** The same as parameters of an address, without what is usual. */
export function deskParams(query: Partial<DeskQuery>): Record<string, string | number> {
  const { filter, state, fit, unit, channel, person, due, group, sort, page } = query;
  const params = {
    stan: filter === 'all' ? null : filter,
    rozstrzygniecie: state,
    dopasowanie: fit,
    jednostka: unit,
    kanal: channel,
    osoba: person === 'nobody' ? 'nikt' : person,
    termin: due,
    grupa: group,
    kolejnosc: sort === 'act' ? null : sort,
    strona: page === 1 ? null : page,
  };
  return Object.fromEntries(
    Object.entries(params).filter(
      (pair): pair is [string, string | number] => pair[1] !== null && pair[1] !== undefined,
    ),
  );
}

/** Whether anything beyond the quick views is asked. */
export function isNarrowed({ state, fit, unit, channel, person, due, group }: DeskQuery): boolean {
  return [state, fit, unit, channel, person, due, group].some((value) => value !== null);
}
