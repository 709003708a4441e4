import { Client } from 'pg';
import { outageOf } from '#app/log/outage.server.ts';
import type { OpenDatabase } from './open.server.ts';
import { revisionMap, type RevisionMap } from './revision-map.server.ts';
import { revisionChannel } from './revision.server.ts';

/** Where nobody tells of changes they are looked for: often enough that nobody sees yesterday's page. */
const pollMs = 1_000;
const foldMs = 60_000;

/**
 * Keeps the revisions of public pages in memory. The embedded database has this one process, whose own writes are noted; on a
 * server database other processes tell theirs (LISTEN), and while that connection is away everything is read every second.
 */
export async function startRevisions(
  { db, kind }: Pick<OpenDatabase, 'db' | 'kind'>,
  url: string | undefined,
): Promise<{ revisions: RevisionMap; stop(): Promise<void> }> {
  const revisions = revisionMap(db);
  await revisions.reload();
  const outage = outageOf('revisions of public pages');
  const quietly = (work: () => Promise<void>) => void work().then(outage.works, outage.failed);
  const folding = setInterval(() => quietly(revisions.fold), foldMs).unref();
  const stopListening = kind === 'postgres' && url ? listen(url, revisions, quietly) : async () => undefined;
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
  revisions: RevisionMap,
  quietly: (work: () => Promise<void>) => void,
): () => Promise<void> {
  let client: Client | null = null;
  let isBusy = false;
  const connect = async () => {
    const fresh = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    const lost = () => void (client = client === fresh ? null : client);
    fresh.on('error', lost).on('end', lost);
    fresh.on('notification', ({ payload }) => payload !== undefined && quietly(() => revisions.changed([payload])));
    await fresh.connect();
    await fresh.query(`listen ${revisionChannel}`);
    client = fresh;
    // Raised between the last reading and the first notice.
    await revisions.reload();
  };
  const look = async () => {
    if (client || isBusy) return;
    isBusy = true;
    try {
      await connect();
    } catch {
      await revisions.reload();
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
