import type { Db } from '#app/db/client.server.ts';
import { isUniqueViolation, transaction } from '#app/db/transaction.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { takeLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { sendAccountExists, sendConfirmation, sendTakeOver } from './letters.server.ts';
import { nameProblem } from './name-problem.server.ts';
import { hashPassword } from './password.server.ts';
import { checkPassword } from './password-strength.server.ts';
import { recordUserEvent } from './record.server.ts';

export type Registration = { displayName: string; email: string; password: string; locale: Locale };
export type RegistrationResult =
  | { ok: true }
  | { ok: false; error: { code: 'password' | 'name'; key: MessageKey } | TooMany };

/**
 * Opens an account and sends the confirmation. For an address that has an account already the answer is the same and the
 * letter goes to its owner, so that nobody can find out by trying who is here. A guest gets a link to set the password
 * with: the one typed here proves nothing about the mailbox.
 */
export async function registerAccount(db: Db, input: Registration): Promise<RegistrationResult> {
  const named = await nameProblem(db, input.displayName);
  if (named) return { ok: false, error: { code: 'name', key: named } };
  const problem = await checkPassword(db, input.password, input);
  if (problem) return { ok: false, error: { code: 'password', key: problem } };
  const taken = await takeLimit(db, 'registration', { target: input.email });
  if (!taken.ok) return taken;
  // Hashed in both cases: the time taken must not tell them apart.
  const passwordHash = await hashPassword(input.password);
  try {
    await transaction(db, (tx) => openOrNotify(tx, input, passwordHash));
  } catch (error) {
    // Two registrations of one address at once: the second one finds the account of the first.
    if (!isUniqueViolation(error)) throw error;
    await transaction(db, (tx) => openOrNotify(tx, input, passwordHash));
  }
  return { ok: true };
}

async function openOrNotify(tx: Db, input: Registration, passwordHash: string): Promise<void> {
  const email = input.email.toLowerCase();
  const existing = await tx.user.findFirst({ where: { email } });
  if (existing) {
    if (!existing.disabledAt) await (existing.isGuest ? sendTakeOver(tx, existing) : sendAccountExists(tx, existing));
    return;
  }
  const user = await tx.user.create({
    data: { email, displayName: input.displayName, passwordHash, locale: input.locale },
  });
  await sendConfirmation(tx, user);
  await recordUserEvent(tx, { kind: 'user.registered', userId: user.id, actorId: user.id });
}
