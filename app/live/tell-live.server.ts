import type { Db } from '#app/db/client.server.ts';
import { afterCommit } from '#app/db/transaction.server.ts';
import { liveHub } from './live-hub.server.ts';
import type { LiveChannel } from './subjects.server.ts';

/** Name under which a server database tells other processes of changes. */
export const liveNotices = 'paragraf_live';

export type LiveChange = {
  channel: LiveChannel;
  /** The counter of the channel after the change, raised in the same transaction. */ n: number;
  /** Id of the one thing that is new, where pages can put it in place by itself. */ about?: string;
};

/**
 * Tells everybody who listens, in this process and in others, once the transaction is kept. Only the counter and an id travel: what
 * a reader may see of it is looked up by the process that he is connected to.
 */
export async function tellLive(tx: Db, { channel, n, about }: LiveChange): Promise<void> {
  const hub = liveHub();
  const payload = [channel, n, about].filter((part) => part !== undefined).join(' ');
  await tx.$executeRaw`select pg_notify(${liveNotices}, ${`${hub.origin} ${payload}`})`;
  afterCommit(tx, () => hub.heard(payload));
}

/** What the database told: changes of other processes. Our own were told at once. */
export function heardLive(notice: string): void {
  const hub = liveHub();
  const at = notice.indexOf(' ');
  if (notice.slice(0, at) !== hub.origin) hub.heard(notice.slice(at + 1));
}
