import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { nameProblem } from './name-problem.server.ts';
import type { OfficeLetters } from './office-letters.ts';
import { recordUserEvent } from './record.server.ts';
import type { Viewer } from './viewer.ts';

export type UpdateProfileResult = { ok: true } | { ok: false; error: { code: 'name'; key: MessageKey } };

/** Changes name, language and the way of letters of the signed-in person. What was signed with the old name keeps it. */
export async function updateProfile(
  db: Db,
  input: { viewer: Viewer; displayName: string; locale: Locale; officeLetters?: OfficeLetters | undefined },
): Promise<UpdateProfileResult> {
  // A name from before the rule may stay while only the language changes; signing with it is refused where it is read.
  const problem =
    input.displayName === input.viewer.displayName ? null : await nameProblem(db, input.displayName, input.viewer);
  if (problem) return { ok: false, error: { code: 'name', key: problem } };
  await transaction(db, async (tx) => {
    await tx.user.update({
      where: { id: input.viewer.id },
      data: {
        displayName: input.displayName,
        locale: input.locale,
        ...(input.officeLetters ? { officeLetters: input.officeLetters } : {}),
      },
    });
    await recordUserEvent(tx, {
      kind: 'user.profile-changed',
      userId: input.viewer.id,
      actorId: input.viewer.id,
      data: { locale: input.locale },
    });
  });
  return { ok: true };
}
