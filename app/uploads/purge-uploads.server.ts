import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import { attachedFiles } from './file-references.server.ts';

/** Days that a file sent with a form may wait to be attached: a refused form is mended within hours. */
export const unattachedDays = 7;

/** Uploads of one turn; what is left is removed the next hour. */
const atOnce = 500;

/** Removes uploads that nothing refers to: a form was given up, an answer refused. What is attached stays. */
export async function purgeUploads(db: Db, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - unattachedDays * 86_400_000);
  const isLoose = (hash: Prisma.Sql) =>
    Prisma.sql`not exists (select 1 from ${attachedFiles} attached where attached.hash = ${hash})`;
  await transaction(db, async (tx) => {
    await tx.waitingFile.deleteMany({ where: { until: { lte: now } } });
    // Whoever attaches a file holds its row (ownFiles): those are left alone, and the others are looked at once more when they are held.
    const held = await tx.$queryRaw<{ id: string }[]>`
      select u.id from "FileUpload" u where u."uploadedAt" < ${before} and ${isLoose(Prisma.sql`u.hash`)} order by u.id limit ${atOnce} for update skip locked`;
    if (held.length > 0) {
      await tx.$executeRaw`delete from "FileUpload" u where u.id = any(${held.map(({ id }) => id)}::uuid[]) and ${isLoose(Prisma.sql`u.hash`)}`;
    }
    await tx.$executeRaw`
      delete from "StoredFile" where hash in (
        select f.hash from "StoredFile" f where f."createdAt" < ${before} and not exists (select 1 from "FileUpload" u where u.hash = f.hash)
          and ${isLoose(Prisma.sql`f.hash`)} limit ${atOnce} for update skip locked)`;
  });
}
