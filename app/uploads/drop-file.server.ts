import type { Db } from '#app/db/client.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import { attachedFiles } from './file-references.server.ts';
import { lockUploads } from './find-lack-of-room.server.ts';

/**
 * Removes for good what is kept of a file that is attached nowhere any more, as these people sent it. What somebody else sent and may still attach stays. Call it in the transaction that took it away.
 */
export async function dropFile(tx: Db, { hash, userIds }: { hash: string; userIds: readonly string[] }): Promise<void> {
  await lockUploads(tx);
  const isLoose = Prisma.sql`not exists (select 1 from ${attachedFiles} attached where attached.hash = ${hash})`;
  const theirs = Prisma.sql`hash = ${hash} and "userId" = any(${[...userIds]}::uuid[])`;
  // Whoever attaches it just now holds the row: looked at once more when it is ours.
  await tx.$queryRaw`select id from "FileUpload" where ${theirs} order by id for update`;
  await tx.$executeRaw`delete from "FileUpload" where ${theirs} and ${isLoose}`;
  await tx.$executeRaw`
    delete from "StoredFile" where hash = ${hash} and not exists (select 1 from "FileUpload" u where u.hash = ${hash}) and ${isLoose}`;
}
