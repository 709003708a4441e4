import type { Db } from '#app/db/client.server.ts';

/** The account of an address, also a closed one; null when there is none. */
export function findAccount(db: Db, email: string) {
  return db.user.findFirst({
    where: { email: email.trim().toLowerCase() },
    select: {
      id: true,
      email: true,
      displayName: true,
      locale: true,
      emailVerifiedAt: true,
      disabledAt: true,
      disabledReason: true,
      closedAt: true,
      createdAt: true,
    },
  });
}
