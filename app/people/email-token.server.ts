import type { Db } from '#app/db/client.server.ts';
import { hashSecret, makeSecret } from './secrets.server.ts';

export type TokenPurpose = 'confirm-email' | 'reset-password' | 'guest-sign-in';

const hour = 3_600_000;
export const tokenHours = {
  'confirm-email': 48,
  'reset-password': 1,
  invitation: 7 * 24,
  'guest-sign-in': 14 * 24,
} as const;

/** Makes a link's secret for one use. Earlier unused links of the same purpose stop working. */
export async function issueToken(
  tx: Db,
  input: { userId: string; purpose: Exclude<TokenPurpose, 'guest-sign-in'>; hours: number },
): Promise<string> {
  const { secret, hash } = makeSecret();
  await tx.emailToken.deleteMany({ where: { userId: input.userId, purpose: input.purpose, usedAt: null } });
  await tx.emailToken.create({
    data: {
      secretHash: hash,
      purpose: input.purpose,
      userId: input.userId,
      expiresAt: new Date(Date.now() + input.hours * hour),
    },
  });
  return secret;
}

/** Tokens of one statement; a statement takes at most 32,767 values. */
const atOnce = 1_000;

/** A secret for each letter to a guest, in order. Earlier ones go on: a guest has as many letters as remarks, and each leads to its own. */
export async function issueGuestTokens(tx: Db, userIds: readonly string[]): Promise<string[]> {
  const made = userIds.map((userId) => ({ userId, ...makeSecret() }));
  const expiresAt = new Date(Date.now() + tokenHours['guest-sign-in'] * hour);
  for (let at = 0; at < made.length; at += atOnce) {
    await tx.emailToken.createMany({
      data: made
        .slice(at, at + atOnce)
        .map(({ userId, hash }) => ({ secretHash: hash, purpose: 'guest-sign-in', userId, expiresAt })),
    });
  }
  return made.map(({ secret }) => secret);
}

export type TokenState =
  | { state: 'valid'; userId: string; email: string; displayName: string }
  | { state: 'used' | 'expired' | 'unknown' };

/** What a link is worth now, without spending it: mail scanners open links too. */
export async function inspectToken(db: Db, input: { secret: string; purpose: TokenPurpose }): Promise<TokenState> {
  const token = await db.emailToken.findFirst({
    where: { secretHash: hashSecret(input.secret), purpose: input.purpose, user: { disabledAt: null } },
    select: { usedAt: true, expiresAt: true, user: { select: { id: true, email: true, displayName: true } } },
  });
  if (!token) return { state: 'unknown' };
  if (token.usedAt) return { state: 'used' };
  if (token.expiresAt <= new Date()) return { state: 'expired' };
  return { state: 'valid', userId: token.user.id, email: token.user.email, displayName: token.user.displayName };
}

/** Spends a link; false when it was spent, had expired or never existed. Of two at once exactly one succeeds. */
export async function spendToken(tx: Db, input: { secret: string; purpose: TokenPurpose }): Promise<boolean> {
  const { count } = await tx.emailToken.updateMany({
    where: {
      secretHash: hashSecret(input.secret),
      purpose: input.purpose,
      usedAt: null,
      expiresAt: { gt: new Date() },
    },
    data: { usedAt: new Date() },
  });
  return count === 1;
}
