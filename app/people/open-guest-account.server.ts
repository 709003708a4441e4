import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { endCredentials } from './credentials.server.ts';
import { noPassword } from './password.server.ts';
import { recordUserEvent } from './record.server.ts';

/** The account of an address that was just proved by a link: the one there is, or a new guest's without a password. */
export async function openGuestAccount(
  tx: Db,
  input: { email: string; displayName: string; locale: Locale },
): Promise<{ id: string; isGuest: boolean }> {
  const existing = await tx.user.findFirst({
    where: { email: input.email },
    select: { id: true, isGuest: true, emailVerifiedAt: true },
  });
  if (existing) {
    if (existing.emailVerifiedAt) return { id: existing.id, isGuest: existing.isGuest };
    // Somebody registered with this address and never proved it is theirs: their password must not open what its owner sends.
    await tx.user.update({
      where: { id: existing.id },
      data: { displayName: input.displayName, passwordHash: noPassword, isGuest: true, emailVerifiedAt: new Date() },
    });
    await endCredentials(tx, { userId: existing.id, ending: 'taken-over' });
    await recordUserEvent(tx, { kind: 'user.guest-opened', userId: existing.id, actorId: existing.id });
    return { id: existing.id, isGuest: true };
  }
  const user = await tx.user.create({
    data: {
      email: input.email,
      displayName: input.displayName,
      locale: input.locale,
      passwordHash: noPassword,
      isGuest: true,
      emailVerifiedAt: new Date(),
    },
  });
  await recordUserEvent(tx, { kind: 'user.guest-opened', userId: user.id, actorId: user.id });
  return { id: user.id, isGuest: true };
}
