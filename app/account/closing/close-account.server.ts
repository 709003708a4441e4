import { removeNames } from '#app/account/naming/remove-names.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { TooMany } from '#app/limits/take-limit.server.ts';
import { endCredentials } from '#app/people/credentials.server.ts';
import { holdAccount } from '#app/people/hold-account.server.ts';
import { sendAccountClosed } from '#app/people/letters.server.ts';
import { noPassword } from '#app/people/password.server.ts';
import { provePassword } from '#app/people/prove-password.server.ts';
import { recordUserEvent } from '#app/people/record.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { openDuties } from './open-duties.server.ts';

export type CloseResult = { ok: true } | { ok: false; error: { code: 'old-password' } | { code: 'duties' } | TooMany };

/**
 * Closes a person's own account for good, asked with the password: nobody comes in any more, the address is free, and name, address
 * and contacts are gone. Letters and comments stay without the name, amendments go their way: silence is no consent, as ever. What
 * others would be left with is handed over first.
 */
export async function closeAccount(
  db: Db,
  input: { viewer: Viewer; password: string; now?: Date },
): Promise<CloseResult> {
  const { viewer, now = new Date() } = input;
  const user = await db.user.findFirst({ where: { id: viewer.id, disabledAt: null }, select: { passwordHash: true } });
  if (!user) throw notFound('account closed');
  const proof =
    user.passwordHash === noPassword
      ? { ok: true as const, passwordHash: noPassword }
      : await provePassword(db, { userId: viewer.id, password: input.password });
  if (!proof.ok) return proof;
  return transaction(db, async (tx): Promise<CloseResult> => {
    if (!(await holdAccount(tx, { userId: viewer.id, passwordHash: proof.passwordHash })))
      return { ok: false, error: { code: 'old-password' } };
    if ((await openDuties(tx, viewer.id)).some(({ blocks }) => blocks)) return { ok: false, error: { code: 'duties' } };
    const { count } = await tx.user.updateMany({
      where: { id: viewer.id, disabledAt: null, closedAt: null },
      data: { disabledAt: now, closedAt: now },
    });
    if (count === 0) throw notFound('account closed');
    await endCredentials(tx, { userId: viewer.id, ending: 'closed', now });
    await removeNames(tx, { userId: viewer.id, which: { kind: 'all' }, keepForOffice: false, now });
    await wipe(tx, viewer.id, now);
    await recordUserEvent(tx, { kind: 'user.closed', userId: viewer.id, actorId: viewer.id });
    await bumpRevision(tx);
    return { ok: true };
  });
}

/** Removes what was kept for the account's sake; the row stays, because the register points at it. */
async function wipe(tx: Db, userId: string, now: Date): Promise<void> {
  const user = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  const { email } = user;
  await tx.filing.updateMany({
    where: { authorId: userId },
    data: { privateName: null, contactEmail: null, contactAddress: null, contactPhone: null },
  });
  // People call their files by their names; what the office attached is called by the office.
  await tx.attachment.updateMany({
    where: { byOffice: false, filing: { authorId: userId }, fileName: { not: '' } },
    data: { fileName: '' },
  });
  // Cards stay on their boards; nobody can tell any more whose they were.
  await tx.boardParticipant.updateMany({ where: { userId }, data: { userId: null, name: '' } });
  await tx.fileUpload.updateMany({ where: { userId }, data: { name: '' } });
  await tx.roleGrant.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
  await tx.session.deleteMany({ where: { userId } });
  await tx.keptForm.deleteMany({ where: { userId } });
  await tx.apiToken.deleteMany({ where: { userId } });
  await tx.idempotencyRecord.deleteMany({ where: { userId } });
  await tx.guestFiling.deleteMany({ where: { email } });
  await tx.waitingFile.deleteMany({ where: { userId } });
  await tx.teamInvitation.deleteMany({ where: { email } });
  await tx.pressSubscription.deleteMany({ where: { email } });
  await tx.mailMessage.deleteMany({ where: { toEmail: email } });
  await sendAccountClosed(tx, user);
  // Versions of a text name the official who made them: an act of the office keeps its signature.
  const isSigned = (await tx.version.count({ where: { createdById: userId } })) > 0;
  await tx.user.update({
    where: { id: userId },
    data: {
      email: `${userId}@closed.invalid`,
      displayName: isSigned ? user.displayName : '',
      passwordHash: noPassword,
      isGuest: false,
      emailVerifiedAt: null,
      unnamedSince: now,
      disabledReason: null,
    },
  });
}
