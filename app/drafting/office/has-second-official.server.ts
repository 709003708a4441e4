import type { Db } from '#app/db/client.server.ts';

/** Whether a municipality has two people who can act as its officials: without them nothing that needs two could ever be done. */
export async function hasSecondOfficial(db: Db, teryt: string): Promise<boolean> {
  const people = await db.roleGrant.findMany({
    where: { role: 'official', teryt, revokedAt: null, user: { disabledAt: null } },
    distinct: ['userId'],
    take: 2,
    select: { userId: true },
  });
  return people.length === 2;
}
