import type { PrismaClient } from '#app/generated/prisma/client.ts';
import type { Db } from './client.server.ts';
import { sealChanges } from './seal-changes.server.ts';
import { noteCommitted } from './revision-notes.server.ts';

/**
 * Runs `work` in one transaction: all of it is kept, or none. Inside, use only `tx`: PGlite has one connection, and a
 * query on the outer client would wait for this transaction for ever. Called inside a transaction it joins it. What it wrote of
 * the record is sealed before it is kept. `timeout` in milliseconds.
 */
export async function transaction<T>(
  db: Db | PrismaClient,
  work: (tx: Db) => Promise<T>,
  timeout = 120_000,
): Promise<T> {
  if (!isClient(db)) return work(db);
  let inner: Db | null = null;
  const result = await db.$transaction(
    async (tx) => {
      const made = await work((inner = tx));
      await sealChanges(tx);
      return made;
    },
    { maxWait: 30_000, timeout },
  );
  if (inner) {
    noteCommitted(inner);
    for (const each of afterwards.get(inner) ?? []) each();
  }
  return result;
}

const afterwards = new WeakMap<object, (() => void)[]>();

/** Does `work` once the transaction is kept, and never when it is undone: for what this process remembers of what was written. */
export function afterCommit(tx: Db, work: () => void): void {
  afterwards.set(tx, [...(afterwards.get(tx) ?? []), work]);
}

/** Whether `db` is a transaction already: what is written through it is undone when that fails. */
export function isInTransaction(db: Db | PrismaClient): boolean {
  return !isClient(db);
}

/** Prisma's transaction client has a `$transaction` too (for savepoints, which PGlite's adapter lacks) but no `$connect`. */
function isClient(db: Db | PrismaClient): db is PrismaClient {
  return '$connect' in db;
}

/** True when a write was refused because a unique key exists already. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}
