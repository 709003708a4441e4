import type { Locale } from '#app/i18n/locale.ts';

/** One thing that happened, as a feed tells it. */
export type FeedEntry = {
  /** Stable for ever: an entry that changed keeps it. */
  id: string;
  at: Date;
  /** When it was last changed or called off; absent while it is as it was. */
  changedAt?: Date | null;
  title: string;
  text: string;
  /** Language of the text where it is not that of the feed: what people wrote stays in theirs. */
  textIn?: Locale;
  url: string;
};
export type FeedContent = {
  id: string;
  title: string;
  text: string;
  textIn?: Locale;
  url: string;
  self: string;
  entries: readonly FeedEntry[];
};

/** Entries of one feed, newest first. */
export const feedLength = 60;

/** What changed later than it came is as new as its change. */
export function updatedAt({ at, changedAt }: Pick<FeedEntry, 'at' | 'changedAt'>): Date {
  return changedAt && changedAt > at ? changedAt : at;
}

export function newestFirst(entries: readonly FeedEntry[]): FeedEntry[] {
  return [...entries]
    .sort((a, b) => updatedAt(b).getTime() - updatedAt(a).getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, feedLength);
}
