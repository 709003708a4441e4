import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { recordUserEvent } from './record.server.ts';
import type { Viewer } from './viewer.ts';

/** Changes name and language of the signed-in person. What was signed with the old name keeps it. */
export async function updateProfile(db: Db, input: { viewer: Viewer; displayName: string; locale: Locale }): Promise<void> {
  await transaction(db, async (tx) => {
    await tx.user.update({ where: { id: input.viewer.id }, data: { displayName: input.displayName, locale: input.locale } });
    await recordUserEvent(tx, { kind: 'user.profile-changed', userId: input.viewer.id, actorId: input.viewer.id, data: { locale: input.locale } });
  });
}
