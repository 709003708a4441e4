import { sha256 } from '#app/hash/sha256.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { PrismaClient, Prisma } from '#app/generated/prisma/client.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { ApiProblem } from './problem.ts';

/** Hours that an answer is kept; the privacy page names the number. */
export const keptHours = 24;

type Request = { userId: string; key: string; /** Address and body. */ content: string; now: Date };

/**
 * Does `work` once per person and key: repeated with the same content it gives the same answer for 24 hours, with other
 * content it is refused. Work and its record are one transaction, so a refusal leaves no record and may be tried again.
 */
export async function idempotently<T extends Prisma.InputJsonValue>(
  db: Db | PrismaClient,
  request: Request,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  const { userId, key, now } = request;
  const bodyHash = sha256(request.content);
  return transaction(db, async (tx) => {
    await tx.idempotencyRecord.deleteMany({ where: { userId, key, expiresAt: { lte: now } } });
    // A second request with the key waits here until the first one is through.
    const { count } = await tx.idempotencyRecord.createMany({
      data: { userId, key, bodyHash, expiresAt: new Date(now.getTime() + keptHours * 3_600_000) },
      skipDuplicates: true,
    });
    if (count === 0) return earlier<T>(tx, { userId, key, bodyHash });
    const answer = await work(tx);
    await tx.idempotencyRecord.updateMany({ where: { userId, key }, data: { status: 201, answer } });
    return answer;
  });
}

async function earlier<T>(
  tx: Db,
  { userId, key, bodyHash }: { userId: string; key: string; bodyHash: string },
): Promise<T> {
  const row = await tx.idempotencyRecord.findUnique({ where: { userId_key: { userId, key } } });
  if (!row || row.answer === null) throw new ApiProblem('in-progress');
  if (row.bodyHash !== bodyHash) throw new ApiProblem('key-reused');
  return row.answer as T;
}

/** Removes answers that are past their time. */
export async function purgeIdempotent(db: Db, now: Date): Promise<void> {
  await db.idempotencyRecord.deleteMany({ where: { expiresAt: { lte: now } } });
}
