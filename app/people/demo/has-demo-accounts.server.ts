import type { Db } from '#app/db/client.server.ts';
import { admitsDemoPassword } from './demonstration.server.ts';

/** True where the demonstration accounts are there and open to everybody. */
export async function hasDemoAccounts(db: Db): Promise<boolean> {
  return admitsDemoPassword() && (await db.user.count({ where: { isDemo: true, disabledAt: null } })) > 0;
}
