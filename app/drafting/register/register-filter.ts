import { remarkStates } from '#app/drafting/state/remark-state.ts';
import { bounds } from '#app/forms/bounds.ts';
import type { RemarkFilter } from '../remarks/remark-list.server.ts';
import { channels } from '../state/channels.ts';

/** Parameters of the register's address; unknown values are left out. */
export function readFilter(search: URLSearchParams): RemarkFilter {
  const whole = (name: string) => (/^\d{1,9}$/.test(search.get(name) ?? '') ? Number(search.get(name)) : null);
  return {
    state: remarkStates.find((known) => known === search.get('stan')) ?? null,
    channel: channels.find((known) => known === search.get('kanal')) ?? null,
    clauseCode: search.get('jednostka') === 'calosc' ? 'whole' : whole('jednostka'),
    group: whole('grupa'),
    words: (search.get('q') ?? '').trim().slice(0, bounds.searchedWords),
  };
}

export type FilterParams = { stan?: string; kanal?: string; jednostka?: string | number; grupa?: number; q?: string };

/** The same filter as parameters of an address. */
export function filterParams({ state, channel, clauseCode, group, words }: RemarkFilter): FilterParams {
  return {
    ...(state ? { stan: state } : {}),
    ...(channel ? { kanal: channel } : {}),
    ...(clauseCode === null ? {} : { jednostka: clauseCode === 'whole' ? 'calosc' : clauseCode }),
    ...(group === null ? {} : { grupa: group }),
    ...(words ? { q: words } : {}),
  };
}
