import { revisionMap } from '#app/db/revision-map.server.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';

/** What a page that depends on `scope` looks like, as a process that has just started would say. */
export async function readRevision(db: PrismaClient, scope: string, now = new Date()): Promise<string> {
  const map = revisionMap(db);
  await map.reload();
  return map.of([scope], now.getTime()) ?? '';
}
