import type { Db } from '#app/db/client.server.ts';

/**
 * Whether this is the only account left that administers. Two administrators who leave at once wait here for each other, so that
 * the second one sees that the first is gone. Call it in the transaction that takes the account away.
 */
export async function isLastAdministrator(tx: Db, userId: string): Promise<boolean> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('people:administrators'))::text`;
  const held = await tx.roleGrant.findMany({
    where: { role: 'admin', revokedAt: null, user: { disabledAt: null } },
    distinct: ['userId'],
    take: 2,
    select: { userId: true },
  });
  return held.length === 1 && held[0]?.userId === userId;
}
