/** Our own changes are known by author and time: word processors keep both, and give changes new ids. */
export function markKey({ author, date }: { author: string; date: string }): string {
  return `${author}\u0000${date.slice(0, 19)}`;
}
