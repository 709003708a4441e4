import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { asLocale } from '#app/i18n/locale.ts';
import { dayOf, warsawInstant } from '#app/i18n/dates.ts';
import { takeLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { GoingFile } from '../attachments/waiting-files.server.ts';
import { lockConsultation } from '../office/lock-consultation.server.ts';
import { fileFiling, type FilingError, type OfficeEntry } from './file-filing.server.ts';
import { codeHash } from './filing-code.server.ts';
import type { ContactWay, GuestPayload } from './guest-payload.ts';
import type { PointDraft } from './operation-draft.ts';
import { requireOffice } from './require-office.server.ts';

type Asked = { viewer: Viewer; slug: string; code: string; now?: Date };

/** A letter that waits for its code, as the office sees it. */
export type WaitingByCode = {
  name: string;
  nameIsPublic: boolean;
  organisation: string | null;
  contact: { by: ContactWay; words: string };
  sentAt: Date;
  version: number;
  points: PointDraft[];
  files: readonly GoingFile[];
};
export type CodeError =
  /** No such code, one typed wrongly, or one whose time is over. */
  | { code: 'unknown' }
  | { code: 'entered'; number: number }
  /** Of another consultation of the same office. */
  | { code: 'elsewhere'; slug: string; title: string }
  | TooMany;
type FindResult = { ok: true; value: WaitingByCode } | { ok: false; error: CodeError };

/** The letter of a code, for officials of its municipality. Wrong codes are bounded in number. Throws not-found for others. */
export async function findByCode(db: Db, asked: Asked): Promise<FindResult> {
  const { teryt } = await requireOffice(db, asked);
  const taken = await takeLimit(db, 'filing-code', { person: asked.viewer.id, target: teryt });
  if (!taken.ok) return taken;
  const found = await find(db, asked);
  if (found.ok || found.error.code !== 'unknown') await taken.giveBack();
  return found.ok ? { ok: true, value: found.value.letter } : found;
}

type Row = { id: string; locale: string; letter: WaitingByCode };

async function find(
  db: Db,
  { viewer, slug, code, now = new Date() }: Asked,
): Promise<{ ok: true; value: Row } | { ok: false; error: Exclude<CodeError, TooMany> }> {
  const { id: consultationId, teryt } = await requireOffice(db, { viewer, slug });
  const hash = codeHash(teryt, code);
  const row = hash === null ? null : await db.guestFiling.findFirst({ where: { codeHash: hash, teryt } });
  if (!row) return { ok: false, error: { code: 'unknown' } };
  if (row.consultationId !== consultationId) {
    const other = await db.consultation.findUniqueOrThrow({
      where: { id: row.consultationId },
      select: { slug: true, title: true },
    });
    return { ok: false, error: { code: 'elsewhere', ...other } };
  }
  if (row.number !== null) return { ok: false, error: { code: 'entered', number: row.number } };
  if (row.expiresAt <= now) return { ok: false, error: { code: 'unknown' } };
  const { version, points, nameIsPublic = false, files = [] } = row.payload as GuestPayload;
  return {
    ok: true,
    value: {
      id: row.id,
      locale: row.locale,
      letter: {
        name: row.name,
        nameIsPublic,
        organisation: row.organisation,
        contact: { by: row.contactBy as ContactWay, words: row.contact },
        sentAt: row.sentAt,
        version,
        points,
        files,
      },
    },
  };
}

export type EnterByCode = Asked & { entry: Pick<OfficeEntry, 'channel' | 'receivedAt' | 'caseSign'> };
export type EnterResult =
  | { ok: true; value: { number: number } }
  | { ok: false; error: CodeError | FilingError | { code: 'before-sent' } };

/**
 * Enters a letter by its code: words, name and contact as their author typed them, channel and day as the official says. It gets its
 * number now and counts as received on that day, never before it was written. Of two officials at once one enters, the other is told.
 */
export async function enterByCode(db: Db, asked: EnterByCode): Promise<EnterResult> {
  const looked = await findByCode(db, asked);
  if (!looked.ok) return looked;
  const { id: consultationId } = await requireOffice(db, asked);
  return transaction(db, async (tx): Promise<EnterResult> => {
    await lockConsultation(tx, consultationId);
    // Another official may have been first while this one waited for the lock.
    const found = await find(tx, asked);
    if (!found.ok) return found;
    const { id, locale, letter } = found.value;
    const { name, organisation, contact, sentAt, points, files, nameIsPublic } = letter;
    if (isBefore(asked.entry.receivedAt, sentAt)) return { ok: false, error: { code: 'before-sent' } };
    const filed = await fileFiling(tx, {
      slug: asked.slug,
      points,
      files,
      nameIsPublic,
      locale: asLocale(locale),
      filer: {
        kind: 'office',
        viewer: asked.viewer,
        entry: {
          ...asked.entry,
          authorName: name,
          organisation,
          contactEmail: null,
          contactAddress: contact.by === 'post' ? contact.words : null,
          contactPhone: contact.by === 'phone' ? contact.words : null,
        },
        writtenAgainst: letter.version,
      },
      ...(asked.now ? { now: asked.now } : {}),
    });
    if (!filed.ok) return { ok: false, error: filed.error };
    const { number } = filed.value;
    await tx.guestFiling.update({
      where: { id },
      data: { contact: '', name: '', organisation: null, payload: {}, number },
    });
    return { ok: true, value: { number } };
  });
}

/** A day without an hour begins before whatever was written on it. */
function isBefore(receivedAt: Date, sentAt: Date): boolean {
  const day = dayOf(receivedAt);
  const hasHour = receivedAt.getTime() !== warsawInstant(day, '00:00')?.getTime();
  return hasHour ? receivedAt < sentAt : day < dayOf(sentAt);
}
