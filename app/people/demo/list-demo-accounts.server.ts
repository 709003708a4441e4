import type { Db } from '#app/db/client.server.ts';
import { demoAccounts, type DemoAccount } from './accounts.ts';
import { admitsDemoPassword } from './demonstration.server.ts';

/** The demonstration accounts that are in this database and open to everybody; none where there is no demonstration. */
export async function listDemoAccounts(db: Db): Promise<DemoAccount[]> {
  if (!admitsDemoPassword()) return [];
  const found = await db.user.findMany({
    where: { isDemo: true, disabledAt: null, email: { in: demoAccounts.map(({ email }) => email) } },
    select: { email: true },
  });
  const there = new Set(found.map(({ email }) => email));
  return demoAccounts.filter(({ email }) => there.has(email));
}
