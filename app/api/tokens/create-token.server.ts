import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { recordUserEvent } from '#app/people/record.server.ts';
import { makeSecret, hashSecret } from '#app/people/secrets.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { maxTokens, tokenPrefix, type Scope } from './token-rules.ts';

export type CreateTokenResult =
  | { ok: true; value: { secret: string } }
  | { ok: false; error: { code: 'full' } | { code: 'not-verified' } | TooMany };

/** Makes a personal token. Its secret is in the answer and nowhere else. Refused without a confirmed address. */
export async function createToken(
  db: Db,
  input: { viewer: Viewer; name: string; days: number; scopes: Scope[]; now?: Date },
): Promise<CreateTokenResult> {
  const { viewer, name, scopes } = input;
  const now = input.now ?? new Date();
  if (!viewer.verified) return { ok: false, error: { code: 'not-verified' } };
  return withinLimit(db, 'api-token', { person: viewer.id }, () =>
    transaction(db, async (tx): Promise<CreateTokenResult> => {
      const live = await tx.apiToken.count({ where: { userId: viewer.id, revokedAt: null, expiresAt: { gt: now } } });
      if (live >= maxTokens) return { ok: false, error: { code: 'full' } };
      const secret = tokenPrefix + makeSecret().secret;
      const expiresAt = new Date(now.getTime() + input.days * 86_400_000);
      const { id } = await tx.apiToken.create({
        data: { userId: viewer.id, name, scopes, secretHash: hashSecret(secret), createdAt: now, expiresAt },
        select: { id: true },
      });
      await recordUserEvent(tx, {
        kind: 'user.token-created',
        userId: viewer.id,
        actorId: viewer.id,
        data: { token: id },
      });
      return { ok: true, value: { secret } };
    }),
  );
}
