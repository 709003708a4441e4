import type { Db } from '#app/db/client.server.ts';
import { attachedFiles } from './file-references.server.ts';
import { roomOfInstallation, uploadRoom, type RoomError, type UploadQuota } from './upload-room.ts';

/** Until the transaction ends no other one counts what there is room for: two at once would each find the last of it. */
export async function lockUploads(tx: Db): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('uploads'))::text`;
}

type Asked = { /** Null for a guest. */ userId: string | null; editionId: string | null; hash: string; size: number };

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
      (select coalesce(sum(f.size), 0) + ${size}::int from "StoredFile" f where f.hash <> ${hash} and f.hash in (select w.hash from "WaitingFile" w where w."userId" is null))::bigint as guests,
      (select coalesce(sum(size), 0) + ${size}::int from "StoredFile" where hash <> ${hash})::bigint as installation`;
  const room = {
    ...uploadRoom,
    installation: roomOfInstallation(process.env.UPLOADS_MAX_GB) ?? uploadRoom.installation,
  };
  const has = await hasAlready(tx, { userId, editionId, hash });
  for (const quota of ['person', 'edition', 'guests', 'installation'] as const) {
    if (quota === 'edition' && editionId === null) continue;
    if (quota === (userId === null ? 'person' : 'guests')) continue;
    if (!has[quota] && Number(used?.[quota] ?? 0) > room[quota]) return { code: `quota-${quota}`, max: room[quota] };
  }
  return null;
}

/**
 * What has no room for files that are about to be attached to an edition, or null. What waits to be attached is counted by its
 * sender alone, so that several senders together may have sent more than one edition takes: the bound is kept here. Takes the lock.
 */
export async function findLackAtAttaching(
  tx: Db,
  { editionId, hashes }: { editionId: string; hashes: readonly string[] },
): Promise<RoomError | null> {
  if (hashes.length === 0) return null;
  await lockUploads(tx);
  const [row] = await tx.$queryRaw<{ used: bigint; added: bigint }[]>`
    with there as (select distinct a.hash from ${attachedFiles} a where a."editionId" = ${editionId}::uuid)
    select coalesce(sum(f.size) filter (where f.hash in (select hash from there)), 0)::bigint as used,
      coalesce(sum(f.size) filter (where f.hash not in (select hash from there)), 0)::bigint as added
    from "StoredFile" f where f.hash in (select hash from there) or f.hash = any(${[...hashes]}::text[])`;
  const [used, added] = [Number(row?.used ?? 0), Number(row?.added ?? 0)];
  return added > 0 && used + added > uploadRoom.edition ? { code: 'quota-edition', max: uploadRoom.edition } : null;
}

/** Where this content is kept already; sending it again is never refused there, also where the bound was lowered since. */
async function hasAlready(
  tx: Db,
  { userId, editionId, hash }: Omit<Asked, 'size'>,
): Promise<Record<UploadQuota, boolean>> {
  const [found] = await tx.$queryRaw<Record<UploadQuota, boolean>[]>`
    select exists (select 1 from "FileUpload" where hash = ${hash} and "userId" = ${userId}::uuid) as person,
      exists (select 1 from ${attachedFiles} a where a.hash = ${hash} and a."editionId" = ${editionId}::uuid) as edition,
      exists (select 1 from "WaitingFile" where hash = ${hash} and "userId" is null) as guests,
      exists (select 1 from "StoredFile" where hash = ${hash}) as installation`;
  return found ?? { person: false, edition: false, guests: false, installation: false };
}
