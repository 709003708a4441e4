import type { Db } from '#app/db/client.server.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { readKept, restoreAll, uncoverPlaces } from './cover-places.server.ts';
import { coverAgain } from './lift-covers.server.ts';
import type { SubjectType } from './subjects.ts';

/** What ends the transaction of a reading: nothing that it wrote is kept. */
class Done<T> extends Error {
  constructor(readonly value: T) {
    super('read');
  }
}

/**
 * Runs a reading of frozen documents as they were written, covered words included, and leaves everything as it was: what was hashed
 * is what stood there before words were covered.
 */
export async function onOriginals<T>(db: Db | PrismaClient, read: (db: Db) => Promise<T>): Promise<T> {
  if ((await db.coveredText.count()) === 0) return read(db);
  if (!('$connect' in db)) {
    const covered = await restoreAll(db, await readKept(db));
    const value = await read(db);
    await covered.putBack();
    return value;
  }
  try {
    return await db.$transaction(
      async (tx): Promise<never> => {
        await restoreAll(tx, await readKept(tx));
        throw new Done(await read(tx));
      },
      { timeout: 600_000, maxWait: 30_000 },
    );
  } catch (error) {
    if (error instanceof Done) return error.value as T;
    throw error;
  }
}

/** Runs a write that makes new documents out of an edition's texts on what was written, and covers the words again in all of them. It is told whether anything was covered. */
export async function withEditionOriginals<T>(
  tx: Db,
  editionId: string,
  work: (hasOriginals: boolean) => Promise<T>,
): Promise<T> {
  const acts = await tx.redaction.findMany({
    where: { editionId, undoneAt: null },
    orderBy: { madeAt: 'asc' },
    select: { id: true, subjectId: true, subjectType: true, teryt: true },
  });
  for (const { id } of acts) await uncoverPlaces(tx, id);
  const done = await work(acts.length > 0);
  for (const { subjectType, ...act } of acts)
    await coverAgain(tx, { ...act, number: null, consultationId: null, editionId }, subjectType as SubjectType);
  return done;
}
