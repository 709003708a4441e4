import type { Db } from '#app/db/client.server.ts';

/** True where the demonstration accounts are there and open. */
export async function hasDemoAccounts(db: Db): Promise<boolean> {
  return (await db.user.count({ where: { isDemo: true, disabledAt: null } })) > 0;
}
