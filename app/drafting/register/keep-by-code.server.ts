import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { holdWaiting, type GoingFile } from '../attachments/waiting-files.server.ts';
import { makeSecret } from '#app/people/secrets.server.ts';
import type { FilingError } from './file-filing.server.ts';
import { codeHash, codeOfSecret } from './filing-code.server.ts';
import { admitGuest, checkGuestPoints } from './guest-checks.server.ts';
import { codeUntil, type GuestContact, type GuestPayload } from './guest-payload.ts';
import type { PointDraft } from './operation-draft.ts';

export type KeepByCode = {
  slug: string;
  contact: Exclude<GuestContact, { by: 'email' }>;
  name: string;
  organisation: string | null;
  nameIsPublic?: boolean;
  points: PointDraft[];
  files?: readonly GoingFile[];
  locale: Locale;
  now?: Date;
};
type KeepResult = { ok: true; value: { secret: string } } | { ok: false; error: FilingError };

/**
 * Keeps what somebody without e-mail wrote until the office enters it by its code. It has not reached the office before: the day of the
 * code counts, not that of the form. The secret leads to the page with the code; nothing is sent.
 */
export async function keepByCode(db: Db, input: KeepByCode): Promise<KeepResult> {
  const now = input.now ?? new Date();
  return admitGuest(db, { ...input, target: input.contact.words, now }, (consultationId) =>
    keep(db, { ...input, now, consultationId }),
  );
}

function keep(db: Db, input: KeepByCode & { now: Date; consultationId: string }): Promise<KeepResult> {
  const { now, contact } = input;
  return transaction(db, async (tx): Promise<KeepResult> => {
    const checked = await checkGuestPoints(tx, { consultationId: input.consultationId, points: input.points, now });
    if (!checked.ok) return checked;
    const { draft, points } = checked.value;
    const made = await freeSecret(tx, draft.teryt);
    const payload: GuestPayload = {
      version: draft.version,
      points,
      nameIsPublic: input.nameIsPublic ?? false,
      files: [...(input.files ?? [])],
    };
    await holdWaiting(tx, payload.files ?? [], codeUntil(now));
    await tx.guestFiling.create({
      data: {
        secretHash: made.hash,
        codeHash: made.code,
        teryt: draft.teryt,
        consultationId: draft.consultationId,
        email: '',
        contactBy: contact.by,
        contact: contact.words,
        name: input.name,
        organisation: input.organisation,
        locale: input.locale,
        payload,
        sentAt: now,
        expiresAt: codeUntil(now),
      },
    });
    return { ok: true, value: { secret: made.secret } };
  });
}

/** A secret whose code no other letter to this office has. */
async function freeSecret(tx: Db, teryt: string): Promise<{ secret: string; hash: string; code: string }> {
  for (;;) {
    const made = makeSecret();
    const code = codeHash(teryt, codeOfSecret(made.secret));
    if (code && (await tx.guestFiling.count({ where: { codeHash: code } })) === 0) return { ...made, code };
  }
}
