import type { Db } from '#app/db/client.server.ts';
import { isUniqueViolation, transaction } from '#app/db/transaction.server.ts';
import { asLocale } from '#app/i18n/locale.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import { openGuestAccount } from '#app/people/open-guest-account.server.ts';
import { hashSecret } from '#app/people/secrets.server.ts';
import { lockConsultation } from '../office/lock-consultation.server.ts';
import { fileFiling, type FilingError } from './file-filing.server.ts';
import { guestDays, keptUntil, type GuestPayload } from './guest-payload.ts';

export type WaitingFiling = {
  slug: string;
  title: string;
  name: string;
  email: string;
  sentAt: Date;
  reasons: string[];
  files: string[];
};

/** What a link in a letter stands for, without spending it: mail scanners open links too. Null when it is spent or out of time. */
export async function findGuestFiling(db: Db, input: { secret: string; now?: Date }): Promise<WaitingFiling | null> {
  const row = await waiting(db, input);
  if (!row) return null;
  const { points, files = [] } = row.payload as GuestPayload;
  const { slug, title } = await db.consultation.findUniqueOrThrow({
    where: { id: row.consultationId },
    select: { slug: true, title: true },
  });
  return {
    slug,
    title,
    name: row.name,
    email: row.email,
    sentAt: row.sentAt,
    reasons: points.map(({ reason }) => reason),
    files: files.map(({ name }) => name),
  };
}

async function waiting(db: Db, { secret, now = new Date() }: { secret: string; now?: Date }) {
  const row = await db.guestFiling.findFirst({ where: { secretHash: hashSecret(secret), codeHash: null } });
  return row && row.number === null && row.expiresAt > now ? row : null;
}

/** What has become of a link that cannot be used: the letter it put in the register, or until when another link can be asked for. */
export type SpentLink = { kind: 'filed'; slug: string; number: number } | { kind: 'expired'; until: Date };

/**
 * The receipt stays behind the link, on whatever device it is opened: the number alone, which is public. A link whose time is over can be
 * sent anew while the words are kept. Null for one that never was, or is gone with its words.
 */
export async function findSpentLink(
  db: Db,
  { secret, now = new Date() }: { secret: string; now?: Date },
): Promise<SpentLink | null> {
  const row = await db.guestFiling.findFirst({ where: { secretHash: hashSecret(secret), codeHash: null } });
  if (!row) return null;
  if (row.number === null) {
    const until = keptUntil(row.sentAt);
    return until > now && row.expiresAt <= now ? { kind: 'expired', until } : null;
  }
  const { slug } = await db.consultation.findUniqueOrThrow({
    where: { id: row.consultationId },
    select: { slug: true },
  });
  return { kind: 'filed', slug, number: row.number };
}

export type ConfirmResult =
  | { ok: true; value: { slug: string; number: number; userId: string; isGuest: boolean } }
  | { ok: false; error: { code: 'gone' } | FilingError };

/**
 * Spends the link: the letter enters the register as of the moment it was sent, and the waiting words are removed. The address
 * becomes a guest's account, or belongs to an account already and the letter joins it. Of two clicks one succeeds.
 */
export async function confirmGuestFiling(db: Db, input: { secret: string; now?: Date }): Promise<ConfirmResult> {
  await requireLimit(db, 'letter-link', {});
  try {
    return await confirm(db, input);
  } catch (error) {
    // Two first letters of one address confirmed at once: the second finds the account of the first.
    if (!isUniqueViolation(error)) throw error;
    return confirm(db, input);
  }
}

function confirm(db: Db, input: { secret: string; now?: Date }): Promise<ConfirmResult> {
  return transaction(db, async (tx): Promise<ConfirmResult> => {
    const found = await waiting(tx, input);
    if (!found) return { ok: false, error: { code: 'gone' } };
    await lockConsultation(tx, found.consultationId);
    // Another click may have been first while this one waited for the lock.
    const row = await waiting(tx, input);
    if (!row) return { ok: false, error: { code: 'gone' } };
    const { version, points, nameIsPublic = false, files = [] } = row.payload as GuestPayload;
    const { slug } = await tx.consultation.findUniqueOrThrow({
      where: { id: row.consultationId },
      select: { slug: true },
    });
    const locale = asLocale(row.locale);
    // A link sent before the account was disabled does not write in its name.
    if ((await tx.user.count({ where: { email: row.email, disabledAt: { not: null } } })) > 0)
      return { ok: false, error: { code: 'gone' } };
    const account = await openGuestAccount(tx, { email: row.email, displayName: row.name, locale });
    const filed = await fileFiling(tx, {
      slug,
      points,
      files,
      nameIsPublic,
      locale,
      filer: {
        kind: 'guest',
        userId: account.id,
        name: row.name,
        organisation: row.organisation,
        sentAt: row.sentAt,
        version,
      },
      ...(input.now ? { now: input.now } : {}),
    });
    if (!filed.ok) return { ok: false, error: filed.error };
    // What stays is where the link leads: no words, no address, no name.
    await tx.guestFiling.update({
      where: { id: row.id },
      data: { email: '', name: '', organisation: null, payload: {}, number: filed.value.number },
    });
    return { ok: true, value: { slug, number: filed.value.number, userId: account.id, isGuest: account.isGuest } };
  });
}

/** Removes what guests sent and did not confirm while it was kept, with its words, and links that were used long ago. */
export async function purgeGuestFilings(db: Db, now = new Date()): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await db.guestFiling.deleteMany({
    where: {
      OR: [
        { number: null, codeHash: null, sentAt: { lte: before(guestDays.words) } },
        { number: null, codeHash: { not: null }, sentAt: { lte: before(guestDays.code) } },
        { number: { not: null }, sentAt: { lte: before(guestDays.receipt) } },
      ],
    },
  });
}
