import pg from 'pg';
import { log } from '#app/log/log.server.ts';

/** Nobody waits for ever: for a connection, for one statement, or for somebody who began a transaction and went away. */
const bounds = {
  connectionTimeoutMillis: 8_000,
  idle_in_transaction_session_timeout: 120_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
};

export type BoundedPool = {
  pool: pg.Pool;
  /** Closes every connection at once; whoever waits on one is told that it ended. */ cut(): void;
};

/** Connections to the server. One that breaks while nobody uses it is a line in the log and is replaced; it never ends the program. */
export function boundedPool(url: string, { statementMs }: { statementMs: number }): BoundedPool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'paragraf',
    statement_timeout: statementMs,
    verify: withoutJit,
    ...bounds,
  });
  const open = new Set<pg.PoolClient>();
  pool.on('connect', (client) => {
    open.add(client);
    // While a transaction has it the pool does not listen; what waits on it is told anyway.
    client.on('error', () => open.delete(client));
  });
  pool.on('remove', (client) => void open.delete(client as pg.PoolClient));
  pool.on('error', () => log().debug('a database connection that nobody used was closed'));
  const cut = () => {
    for (const client of open) streamOf(client).destroy();
    open.clear();
  };
  return { pool, cut };
}

/** Pages ask many small questions: compiling one to machine code takes longer than answering it. */
function withoutJit(client: pg.PoolClient, ready: (error?: Error) => void): void {
  client.query('set jit = off').then(() => ready(), ready);
}

/** A connection of its own that asks whether the server answers: the pool may be busy for good reasons. */
export function askServer(url: string): { ask(): Promise<void>; stop(): void } {
  let client: pg.Client | null = null;
  const drop = () => {
    if (client) streamOf(client).destroy();
    client = null;
  };
  const ask = async () => {
    if (!client) {
      const fresh = new pg.Client({
        connectionString: url,
        application_name: 'paragraf watch',
        connectionTimeoutMillis: 2_000,
      });
      fresh.on('error', () => (client = client === fresh ? null : client));
      await fresh.connect();
      client = fresh;
    }
    await client.query({ text: 'select 1', query_timeout: 2_000 } as pg.QueryConfig);
  };
  return {
    ask: () =>
      ask().catch((error: unknown) => {
        drop();
        throw error;
      }),
    stop: drop,
  };
}

function streamOf(client: pg.ClientBase): { destroy(): void } {
  return (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;
}
