import type { Db } from '#app/db/client.server.ts';

/** True while nobody can administer this installation: no open account has the role. */
export async function lacksAdministrator(db: Db): Promise<boolean> {
  return (await db.roleGrant.count({ where: { role: 'admin', revokedAt: null, user: { disabledAt: null } } })) === 0;
}
