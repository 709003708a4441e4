import type { Db } from '#app/db/client.server.ts';
import { noteInPassing } from '#app/db/note-in-passing.server.ts';
import { hashSecret } from '#app/people/secrets.server.ts';
import { viewerOf, viewerSelect } from '#app/people/sessions.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { scopes, tokenPrefix, type Scope } from './token-rules.ts';

/** The person behind a token and what it may do; null when it is unknown, over, revoked or the account is closed. */
export async function useToken(
  db: Db,
  { secret, now }: { secret: string; now: Date },
): Promise<{ viewer: Viewer; scopes: Scope[] } | null> {
  if (!secret.startsWith(tokenPrefix)) return null;
  const token = await db.apiToken.findFirst({
    where: { secretHash: hashSecret(secret), revokedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } },
    select: { id: true, scopes: true, lastUsedAt: true, user: { select: viewerSelect } },
  });
  if (!token) return null;
  // To the minute is precise enough and spares a write per request.
  if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > 60_000) {
    await noteInPassing(() => db.apiToken.updateMany({ where: { id: token.id }, data: { lastUsedAt: now } }));
  }
  return { viewer: viewerOf(token.user), scopes: scopes.filter((scope) => token.scopes.includes(scope)) };
}
