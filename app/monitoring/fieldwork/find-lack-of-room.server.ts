import type { Db } from '#app/db/client.server.ts';
import { attachedFiles } from './file-references.server.ts';
import { roomOfInstallation, uploadRoom, type RoomError, type UploadQuota } from './upload-room.ts';

type Asked = { userId: string; editionId: string | null; hash: string; size: number };

/**
 * What has no room for a file, or null. Content counts once, however often it was sent: what this person, edition or
 * installation has already takes no more. An edition has what is attached to it, and what the sender may attach next.
 */
export async function findLackOfRoom(tx: Db, { userId, editionId, hash, size }: Asked): Promise<RoomError | null> {
  const [used] = await tx.$queryRaw<Record<UploadQuota, bigint>[]>`
    with mine as (select f.hash, f.size from "StoredFile" f join "FileUpload" u on u.hash = f.hash where u."userId" = ${userId}::uuid),
    theirs as (
      select f.hash, f.size from "StoredFile" f where f.hash in (select a.hash from ${attachedFiles} a where a."editionId" = ${editionId}::uuid)
      union select hash, size from mine where not exists (select 1 from ${attachedFiles} a where a.hash = mine.hash))
    select (select coalesce(sum(size), 0) + ${size}::int from mine where hash <> ${hash})::bigint as person,
      (select coalesce(sum(size), 0) + ${size}::int from theirs where hash <> ${hash})::bigint as edition,
      (select coalesce(sum(size), 0) + ${size}::int from "StoredFile" where hash <> ${hash})::bigint as installation`;
  const room = { ...uploadRoom, installation: roomOfInstallation(process.env.UPLOADS_MAX_GB) ?? uploadRoom.installation };
  const has = await hasAlready(tx, { userId, editionId, hash });
  for (const quota of ['person', 'edition', 'installation'] as const) {
    if (quota === 'edition' && editionId === null) continue;
    if (!has[quota] && Number(used?.[quota] ?? 0) > room[quota]) return { code: `quota-${quota}`, max: room[quota] };
  }
  return null;
}

/** Where this content is kept already; sending it again is never refused there, also where the bound was lowered since. */
async function hasAlready(tx: Db, { userId, editionId, hash }: Omit<Asked, 'size'>): Promise<Record<UploadQuota, boolean>> {
  const [found] = await tx.$queryRaw<Record<UploadQuota, boolean>[]>`
    select exists (select 1 from "FileUpload" where hash = ${hash} and "userId" = ${userId}::uuid) as person,
      exists (select 1 from ${attachedFiles} a where a.hash = ${hash} and a."editionId" = ${editionId}::uuid) as edition,
      exists (select 1 from "StoredFile" where hash = ${hash}) as installation`;
  return found ?? { person: false, edition: false, installation: false };
}
