import type { Db } from '#app/db/client.server.ts';

/** Days that a token is kept after it ran out or was revoked; the privacy page names the number. */
export const tokenKeptDays = 30;

/** Removes tokens that have not worked for long. */
export async function purgeTokens(db: Db, now = new Date()): Promise<void> {
  const over = { lt: new Date(now.getTime() - tokenKeptDays * 86_400_000) };
  await db.apiToken.deleteMany({ where: { OR: [{ expiresAt: over }, { revokedAt: over }] } });
}
