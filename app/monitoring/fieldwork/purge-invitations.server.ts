import type { Db } from '#app/db/client.server.ts';

/** Days that the address of an invitation is kept after it was accepted, withdrawn or ran out; the privacy page names the number. */
export const invitationKeptDays = 30;

/** Removes invitations that are over. */
export async function purgeInvitations(db: Db, now = new Date()): Promise<void> {
  const over = { lt: new Date(now.getTime() - invitationKeptDays * 86_400_000) };
  await db.teamInvitation.deleteMany({
    where: { OR: [{ expiresAt: over }, { acceptedAt: over }, { withdrawnAt: over }] },
  });
}
