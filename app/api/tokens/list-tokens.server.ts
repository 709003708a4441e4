import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';

export type TokenRow = {
  id: string;
  name: string;
  scopes: string[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
};

/** The viewer's tokens that still work, newest first. */
export async function listTokens(
  db: Db,
  { viewer, now = new Date() }: { viewer: Viewer; now?: Date },
): Promise<TokenRow[]> {
  return db.apiToken.findMany({
    where: { userId: viewer.id, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { id: 'desc' },
    select: { id: true, name: true, scopes: true, createdAt: true, expiresAt: true, lastUsedAt: true },
  });
}
