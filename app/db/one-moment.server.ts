import type { PrismaClient } from '#app/generated/prisma/client.ts';
import type { Db } from './client.server.ts';
import { readCounters } from './revision.server.ts';
import { isInTransaction } from './transaction.server.ts';

/** How often somebody may change what is read before it is read with everybody else kept out. */
const tries = 2;

/**
 * What `read` gives, all of it as it was at one moment, though it asks the database many times: read again where one of the
 * counters of `scopes` was raised meanwhile, and in one transaction where that goes on. Others get their turn between the
 * queries but for the last way, which on the embedded database holds its one connection.
 */
export async function readAtOneMoment<T>(
  db: Db | PrismaClient,
  scopes: readonly string[],
  read: (db: Db) => Promise<T>,
): Promise<T> {
  if (isInTransaction(db)) return read(db);
  for (let tried = 0; tried < tries; tried += 1) {
    const before = await readCounters(db, scopes);
    const value = await read(db);
    const after = await readCounters(db, scopes);
    if (scopes.every((scope) => before.get(scope) === after.get(scope))) return value;
  }
  return (db as PrismaClient).$transaction(read, {
    isolationLevel: 'RepeatableRead',
    maxWait: 30_000,
    timeout: 120_000,
  });
}
