export const deskFilters = ['all', 'waiting', 'conflict', 'done', 'withdrawn'] as const;
export type DeskFilter = (typeof deskFilters)[number];

/** Filter named in an address; unknown ones show all. */
export function deskFilter(name: string | null): DeskFilter {
  return deskFilters.find((filter) => filter === name) ?? 'all';
}
