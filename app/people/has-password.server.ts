import type { Db } from '#app/db/client.server.ts';
import { noPassword } from './password.server.ts';
import type { Viewer } from './viewer.ts';

/** Whether a person can be asked for a password: a guest, who comes in by links, has none. */
export async function hasPassword(db: Db, { viewer }: { viewer: Viewer }): Promise<boolean> {
  const user = await db.user.findUniqueOrThrow({ where: { id: viewer.id }, select: { passwordHash: true } });
  return user.passwordHash !== noPassword;
}
