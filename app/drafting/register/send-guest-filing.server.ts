import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { holdWaiting, type GoingFile } from '../attachments/waiting-files.server.ts';
import { makeSecret } from '#app/people/secrets.server.ts';
import type { PointDraft } from './operation-draft.ts';
import type { FilingError } from './file-filing.server.ts';
import { admitGuest, checkGuestPoints } from './guest-checks.server.ts';
import { guestHours, keptUntil, type GuestPayload } from './guest-payload.ts';
import { mailGuestLink } from './mail-guest-link.server.ts';

/** Letters of one address that may wait to be confirmed: a form must not be a way to fill somebody's mailbox. */
const maxWaiting = 5;

export type GuestFilingInput = {
  slug: string;
  email: string;
  name: string;
  organisation: string | null;
  nameIsPublic?: boolean;
  points: PointDraft[];
  files?: readonly GoingFile[];
  locale: Locale;
  now?: Date;
};
export type GuestFilingResult =
  | { ok: true }
  | { ok: false; error: Exclude<FilingError, { code: 'not-verified' | 'future' }> | { code: 'many-waiting' } };

/**
 * Keeps what a guest sent until the link in the letter is opened, and sends that letter. Nothing is in the register yet; the
 * moment of sending is what will count. Refused like any other letter: out of term, with problems, against older words.
 */
export async function sendGuestFiling(db: Db, input: GuestFilingInput): Promise<GuestFilingResult> {
  const now = input.now ?? new Date();
  const email = input.email.trim().toLowerCase();
  return admitGuest(db, { ...input, target: email, now }, (consultationId) =>
    send(db, { ...input, email, now, consultationId }),
  );
}

function send(db: Db, input: GuestFilingInput & { now: Date; consultationId: string }): Promise<GuestFilingResult> {
  const { email, now, locale } = input;
  return transaction(db, async (tx): Promise<GuestFilingResult> => {
    const checked = await checkGuestPoints(tx, { consultationId: input.consultationId, points: input.points, now });
    if (!checked.ok) return checked;
    const { draft, points } = checked.value;
    if ((await tx.guestFiling.count({ where: { email, expiresAt: { gt: now } } })) >= maxWaiting)
      return { ok: false, error: { code: 'many-waiting' } };
    const { secret, hash } = makeSecret();
    const expiresAt = new Date(now.getTime() + guestHours * 3_600_000);
    const payload: GuestPayload = {
      version: draft.version,
      points,
      nameIsPublic: input.nameIsPublic ?? false,
      files: [...(input.files ?? [])],
    };
    await holdWaiting(tx, payload.files ?? [], keptUntil(now));
    await tx.guestFiling.create({
      data: {
        secretHash: hash,
        teryt: draft.teryt,
        consultationId: draft.consultationId,
        email,
        name: input.name,
        organisation: input.organisation,
        locale,
        payload,
        sentAt: now,
        expiresAt,
      },
    });
    await mailGuestLink(tx, {
      teryt: draft.teryt,
      title: draft.title,
      email,
      locale,
      secret,
      expiresAt,
      count: input.points.length,
    });
    return { ok: true };
  });
}
