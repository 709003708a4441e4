import type { Db } from '#app/db/client.server.ts';
import { hashSecret, makeSecret } from './secrets.server.ts';

export const deviceDays = 365;
const day = 86_400_000;
/** Browsers remembered for one person; the ones not seen for longest make room. */
const maxDevices = 20;

/** Id of the browser behind the cookie when the person has signed in there before; null otherwise. */
export async function findKnownDevice(
  db: Db,
  input: { secret: string | null; userId: string },
): Promise<string | null> {
  if (!input.secret) return null;
  const device = await db.knownDevice.findFirst({
    where: { secretHash: hashSecret(input.secret), userId: input.userId, expiresAt: { gt: new Date() } },
    select: { id: true },
  });
  return device?.id ?? null;
}

/** Remembers the browser of a sign-in that succeeded and returns the secret for its cookie; the one it has, when it is known. */
export async function rememberDevice(
  tx: Db,
  input: { secret: string | null; deviceId: string | null; userId: string },
): Promise<string> {
  const now = new Date();
  const expiresAt = new Date(now.getTime() + deviceDays * day);
  if (input.deviceId && input.secret) {
    await tx.knownDevice.updateMany({
      where: { id: input.deviceId, userId: input.userId },
      data: { lastSeenAt: now, expiresAt },
    });
    return input.secret;
  }
  const { secret, hash } = makeSecret();
  await tx.knownDevice.create({ data: { secretHash: hash, userId: input.userId, expiresAt } });
  const old = await tx.knownDevice.findMany({
    where: { userId: input.userId },
    orderBy: { lastSeenAt: 'desc' },
    skip: maxDevices,
    select: { id: true },
  });
  if (old.length > 0) await tx.knownDevice.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  return secret;
}
