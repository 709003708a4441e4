/** One thing that happened, as a feed tells it. */
export type FeedEntry = { id: string; at: Date; title: string; text: string; url: string };
export type FeedContent = {
  id: string;
  title: string;
  text: string;
  url: string;
  self: string;
  entries: readonly FeedEntry[];
};

/** Entries of one feed, newest first. */
export const feedLength = 60;

export function newestFirst(entries: readonly FeedEntry[]): FeedEntry[] {
  return [...entries].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)).slice(0, feedLength);
}
