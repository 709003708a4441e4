import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { sendNamesWithdrawn } from '#app/people/letters.server.ts';
import { recordUserEvent } from '#app/people/record.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { removeNames, type Signatures } from './remove-names.server.ts';

export type WithdrawNamesResult =
  | { ok: true; value: { count: number } }
  | { ok: false; error: { code: 'not-signed' } | TooMany };

/**
 * A person no longer agrees to be named: under one letter or comment of theirs, or anywhere. The office still knows who wrote a
 * letter. After „anywhere” new comments are unsigned, too, until the person says otherwise.
 */
export function withdrawNames(
  db: Db,
  input: { viewer: Viewer; which: Signatures; now?: Date },
): Promise<WithdrawNamesResult> {
  const { viewer, which, now = new Date() } = input;
  return withinLimit(db, 'account-change', { person: viewer.id }, () =>
    transaction(db, async (tx): Promise<WithdrawNamesResult> => {
      const count = await removeNames(tx, { userId: viewer.id, which, keepForOffice: true, now });
      if (which.kind !== 'all' && count === 0) return { ok: false, error: { code: 'not-signed' } };
      if (which.kind === 'all')
        await tx.user.updateMany({ where: { id: viewer.id, unnamedSince: null }, data: { unnamedSince: now } });
      await recordUserEvent(tx, {
        kind: 'user.names-withdrawn',
        userId: viewer.id,
        actorId: viewer.id,
        data: { which: which.kind, count },
      });
      const user = await tx.user.findUniqueOrThrow({ where: { id: viewer.id } });
      await sendNamesWithdrawn(tx, user, { count, isAll: which.kind === 'all' });
      return { ok: true, value: { count } };
    }),
  );
}
