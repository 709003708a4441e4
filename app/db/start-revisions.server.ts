import { Client } from 'pg';
import { outageOf } from '#app/log/outage.server.ts';
import type { OpenDatabase } from './open.server.ts';
import { revisionMap, type RevisionMap } from './revision-map.server.ts';
import { revisionChannel } from './revision.server.ts';

/** Where nobody tells of changes they are looked for: often enough that nobody sees yesterday's page. */
const pollMs = 1_000;
const foldMs = 60_000;

/** Another channel that the same connection listens to, for whoever stands above the database. */
export type OtherNotices = {
  channel: string;
  heard(notice: string): void;
  /** Notices may have been missed: what they would have told is looked up. */
  missed(): Promise<void>;
};

/**
 * Keeps the revisions of public pages in memory. The embedded database has this one process, whose own writes are noted; on a
 * server database other processes tell theirs (LISTEN), and while that connection is away everything is read every second.
 */
export async function startRevisions(
  { db, kind }: Pick<OpenDatabase, 'db' | 'kind'>,
  url: string | undefined,
  other: OtherNotices | null = null,
): Promise<{ revisions: RevisionMap; stop(): Promise<void> }> {
  const revisions = revisionMap(db);
  await revisions.reload();
  const outage = outageOf('revisions of public pages');
  const quietly = (work: () => Promise<void>) => void work().then(outage.works, outage.failed);
  const folding = setInterval(() => quietly(revisions.fold), foldMs).unref();
  const stopListening = kind === 'postgres' && url ? listen(url, { revisions, other }, quietly) : async () => undefined;
  return {
    revisions,
    stop: async () => {
      clearInterval(folding);
      await stopListening();
    },
  };
}

function listen(
  url: string,
  { revisions, other }: { revisions: RevisionMap; other: OtherNotices | null },
  quietly: (work: () => Promise<void>) => void,
): () => Promise<void> {
  let client: Client | null = null;
  let isBusy = false;
  const readAll = async () => {
    await revisions.reload();
    await other?.missed();
  };
  const connect = async () => {
    const fresh = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    const lost = () => void (client = client === fresh ? null : client);
    fresh.on('error', lost).on('end', lost);
    fresh.on('notification', ({ channel, payload }) => {
      if (payload === undefined) return;
      if (channel === revisionChannel) quietly(() => revisions.changed([payload]));
      else other?.heard(payload);
    });
    await fresh.connect();
    await fresh.query(`listen ${revisionChannel}`);
    if (other) await fresh.query(`listen ${other.channel}`);
    client = fresh;
    // Raised between the last reading and the first notice.
    await readAll();
  };
  const look = async () => {
    if (client || isBusy) return;
    isBusy = true;
    try {
      await connect();
    } catch {
      await readAll();
    } finally {
      isBusy = false;
    }
  };
  quietly(look);
  const polling = setInterval(() => quietly(look), pollMs).unref();
  return async () => {
    clearInterval(polling);
    await client?.end();
  };
}
