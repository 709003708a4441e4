import type { Db } from '#app/db/client.server.ts';
import { isUniqueViolation, transaction } from '#app/db/transaction.server.ts';
import { takeLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { endCredentials } from './credentials.server.ts';
import { holdAccount } from './hold-account.server.ts';
import { sendAccountExists, sendAddressChanged, sendAddressQuestion } from './letters.server.ts';
import { noPassword } from './password.server.ts';
import { provePassword } from './prove-password.server.ts';
import { recordUserEvent } from './record.server.ts';
import { hashSecret, makeSecret } from './secrets.server.ts';
import type { Viewer } from './viewer.ts';

/** Hours that the links in both letters work. */
export const changeHours = 48;

export type AskResult = { ok: true } | { ok: false; error: { code: 'old-password' } | { code: 'same' } | TooMany };

/**
 * Asks both addresses whether the account is to have the new one. Nothing changes before both have answered. When the new address
 * has an account the answer here is the same, and its owner is told: nobody finds out by trying who is here.
 */
export async function askEmailChange(
  db: Db,
  input: { viewer: Viewer; email: string; password: string },
): Promise<AskResult> {
  const { viewer } = input;
  const email = input.email.trim().toLowerCase();
  const user = await db.user.findFirstOrThrow({ where: { id: viewer.id, disabledAt: null } });
  if (user.email === email) return { ok: false, error: { code: 'same' } };
  const proof =
    user.passwordHash === noPassword
      ? { ok: true as const, passwordHash: noPassword }
      : await provePassword(db, { userId: user.id, password: input.password });
  if (!proof.ok) return proof;
  const taken = await takeLimit(db, 'email-change', { person: user.id, target: email });
  if (!taken.ok) return taken;
  return transaction(db, async (tx): Promise<AskResult> => {
    if (!(await holdAccount(tx, { userId: user.id, passwordHash: proof.passwordHash })))
      return { ok: false, error: { code: 'old-password' } };
    const [old, next] = [makeSecret(), makeSecret()];
    await tx.emailChange.deleteMany({ where: { userId: user.id } });
    await tx.emailChange.create({
      data: {
        userId: user.id,
        newEmail: email,
        oldSecretHash: old.hash,
        newSecretHash: next.hash,
        expiresAt: new Date(Date.now() + changeHours * 3_600_000),
      },
    });
    await sendAddressQuestion(tx, user, { side: 'old', to: user.email, secret: old.secret, hours: changeHours });
    const other = await tx.user.findFirst({ where: { email } });
    if (other) await sendAccountExists(tx, other);
    else await sendAddressQuestion(tx, user, { side: 'new', to: email, secret: next.secret, hours: changeHours });
    await recordUserEvent(tx, { kind: 'user.address-change-asked', userId: user.id, actorId: user.id });
    return { ok: true };
  });
}

export type PendingChange = {
  id: string;
  userId: string;
  newEmail: string;
  side: 'old' | 'new';
  /** This side has answered already. */ answered: boolean;
  /** The other one has. */ other: boolean;
};

/** What a link from one of the two letters stands for, without spending it; null when it is spent, out of time or never was. */
export async function inspectEmailChange(db: Db, input: { secret: string; now?: Date }): Promise<PendingChange | null> {
  const hash = hashSecret(input.secret);
  const row = await db.emailChange.findFirst({
    where: {
      OR: [{ oldSecretHash: hash }, { newSecretHash: hash }],
      expiresAt: { gt: input.now ?? new Date() },
      user: { disabledAt: null },
    },
  });
  if (!row) return null;
  const side = row.oldSecretHash === hash ? 'old' : 'new';
  const [old, next] = [row.oldConfirmedAt !== null, row.newConfirmedAt !== null];
  return {
    id: row.id,
    userId: row.userId,
    newEmail: row.newEmail,
    side,
    answered: side === 'old' ? old : next,
    other: side === 'old' ? next : old,
  };
}

export type ConfirmChangeResult =
  | { ok: true; changed: boolean }
  | { ok: false; error: { code: 'gone' } | { code: 'taken' } };

/**
 * Answers for one of the two addresses. With the second answer the account has the new one, confirmed; everything that acted in
 * the person's name ends, and both addresses are told.
 */
export async function confirmEmailChange(db: Db, input: { secret: string; now?: Date }): Promise<ConfirmChangeResult> {
  const taken = await takeLimit(db, 'letter-link', {});
  if (!taken.ok) return { ok: false, error: { code: 'gone' } };
  try {
    return await transaction(db, (tx) => confirm(tx, input));
  } catch (error) {
    // The address got an account of its own meanwhile.
    if (isUniqueViolation(error)) return { ok: false, error: { code: 'taken' } };
    throw error;
  }
}

async function confirm(
  tx: Db,
  { secret, now = new Date() }: { secret: string; now?: Date },
): Promise<ConfirmChangeResult> {
  const change = await inspectEmailChange(tx, { secret, now });
  if (!change) return { ok: false, error: { code: 'gone' } };
  // The row is locked by this: of two answers at once one sees the other.
  const row = await tx.emailChange.update({
    where: { id: change.id },
    data: change.side === 'old' ? { oldConfirmedAt: now } : { newConfirmedAt: now },
  });
  await recordUserEvent(tx, {
    kind: 'user.address-confirmed',
    userId: row.userId,
    actorId: row.userId,
    data: { side: change.side },
  });
  if (!row.oldConfirmedAt || !row.newConfirmedAt) return { ok: true, changed: false };
  const before = await tx.user.findUniqueOrThrow({ where: { id: row.userId } });
  await endCredentials(tx, { userId: row.userId, ending: 'address-changed', now });
  const user = await tx.user.update({ where: { id: row.userId }, data: { email: row.newEmail, emailVerifiedAt: now } });
  for (const to of [before.email, user.email]) await sendAddressChanged(tx, user, { to });
  await recordUserEvent(tx, { kind: 'user.address-changed', userId: user.id, actorId: user.id });
  return { ok: true, changed: true };
}
