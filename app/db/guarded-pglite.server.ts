/**
 * The embedded database as the program uses it: between two statements the process answers others, no statement runs
 * without the lock of the folder, and none that writes without room on the disk.
 */
import type { PGlite, Results, Transaction } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';

export type Gates = {
  /** Throws when the folder is no longer this process's. */
  held(): void;
  /** Throws when there is no room for so many bytes more. */
  room(bytes: number): void;
  /** Lets everything else that waits have its turn. */
  turn(): Promise<void>;
};

/** Gates of a database that no other process can reach and no disk holds: tests. */
export const onlyTurns: Gates = {
  held: () => {},
  room: () => {},
  turn: () => new Promise((resolve) => setImmediate(resolve)),
};

type Inner = Pick<Transaction, 'query' | 'exec'>;
type Guarded = Pick<PGlite, 'query' | 'exec' | 'transaction'>;
type GuardedTransaction = Inner & { rollback(): Promise<void>; outcome: Promise<unknown> };

/** PGlite answers every statement in microtasks: without the turns a long transaction would keep the event loop from everybody. */
export function guardPglite(pg: PGlite, gates: Gates): Guarded {
  return {
    ...guardStatements(pg, gates),
    transaction: (work) => {
      let settled: Promise<unknown> = Promise.resolve();
      const done = pg.transaction(async (tx) => {
        const result = await work(guardTransaction(tx, gates, () => settled) as unknown as Transaction);
        gates.held();
        return result;
      });
      settled = done;
      return done;
    },
  };
}

function guardTransaction(tx: Transaction, gates: Gates, outcome: () => Promise<unknown>): GuardedTransaction {
  return {
    ...guardStatements(tx, gates),
    rollback: () => tx.rollback(),
    get outcome() {
      return outcome();
    },
  };
}

function guardStatements(inner: Inner, gates: Gates): Inner {
  const pass = async (sql: string, params: readonly unknown[] = []) => {
    await gates.turn();
    gates.held();
    if (writes(sql)) gates.room(sql.length + params.reduce<number>((sum, param) => sum + sizeOf(param), 0));
  };
  return {
    query: async <Row>(
      sql: string,
      params?: unknown[],
      options?: Parameters<Inner['query']>[2],
    ): Promise<Results<Row>> => {
      await pass(sql, params);
      return inner.query<Row>(sql, params, options);
    },
    exec: async (sql, options) => {
      await pass(sql);
      return inner.exec(sql, options);
    },
  };
}

/** A statement is taken for one that reads only when it plainly is: reading goes on when the disk is full. */
function writes(sql: string): boolean {
  const start = sql.trimStart().slice(0, 10).toLowerCase();
  if (start.startsWith('select') || start.startsWith('show')) return false;
  return !start.startsWith('with') || /\b(?:insert|update|delete|merge)\b/i.test(sql);
}

function sizeOf(param: unknown): number {
  if (typeof param === 'string') return param.length;
  return param instanceof Uint8Array ? param.byteLength : 16;
}

type AdapterTransaction = { client: GuardedTransaction; commit(): Promise<void>; onError(error: unknown): never };
type Adapter = { startTransaction(level?: string): Promise<AdapterTransaction> };

/** The adapter for Prisma. The package's own loses a failure of the commit itself, and would call lost rows written. */
export function guardedAdapter(pg: PGlite, gates: Gates): PrismaPGlite {
  const factory = new PrismaPGlite(guardPglite(pg, gates) as PGlite);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connected = await connect();
    const adapter = connected as unknown as Adapter;
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => {
      const transaction = await start(level);
      const commit = transaction.commit.bind(transaction);
      transaction.commit = async () => {
        await commit();
        await transaction.client.outcome.catch((error: unknown) => transaction.onError(error));
      };
      return transaction;
    };
    return connected;
  };
  return factory;
}
