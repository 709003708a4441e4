import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { AppError, notFound } from '#app/errors/app-error.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { attachmentType } from '#app/uploads/file-kind.ts';
import { withoutMetadata } from '#app/uploads/picture-metadata.ts';
import { ownFiles, storeFile } from '#app/uploads/store-file.server.ts';
import type { StoreFileError } from '#app/uploads/upload-room.ts';
import { lockConsultation } from '../office/lock-consultation.server.ts';
import { takesRemarks } from '../state/stage.ts';
import { addAttachment, type TooMuchAttached } from './add-attachment.server.ts';
import { authorKinds, type AttachmentKind } from './attachment.ts';

type AttachError = { code: 'closed' } | TooMuchAttached;
type Attached = { ok: true; value: { id: string; number: number } } | { ok: false; error: AttachError };

/** Keeps a file that is about to be attached to a letter: what it is is found in its content, and pictures lose what they say of place and camera. */
export function storeAttachment(
  db: Db,
  { viewer, name, bytes }: { viewer: Viewer | null; name: string; bytes: Uint8Array<ArrayBuffer> },
) {
  return storeFile(db, {
    userId: viewer?.id ?? null,
    editionId: null,
    name,
    bytes,
    typeOf: attachmentType,
    keptOf: withoutMetadata,
  });
}

/** The letter that the viewer may attach files to: an official of the municipality, or its author. Throws not-found for everybody else. */
export async function attachableFiling(
  db: Db,
  { viewer, slug, filing: number }: { viewer: Viewer; slug: string; filing: number },
): Promise<{ id: string; teryt: string; consultationId: string; byOffice: boolean }> {
  const filing = await db.filing.findFirst({
    where: { number, consultation: { slug } },
    select: { id: true, teryt: true, consultationId: true, authorId: true },
  });
  const byOffice = filing !== null && isOfficialOf(viewer, filing.teryt);
  if (!filing || !(byOffice || filing.authorId === viewer.id)) throw notFound('no such letter of this person');
  const { id, teryt, consultationId } = filing;
  return { id, teryt, consultationId, byOffice };
}

/**
 * Attaches a file that the viewer sent to a letter: an official of the municipality does, or its author while remarks are taken. It is for
 * the two alone until the office shows it. The same file again is the same attachment.
 */
export async function attachFile(
  db: Db,
  input: { viewer: Viewer; slug: string; filing: number; kind: AttachmentKind; hash: string; now?: Date },
): Promise<Attached> {
  const { viewer, slug, hash, kind, now = new Date() } = input;
  const { byOffice, ...filing } = await attachableFiling(db, input);
  if (!byOffice && !authorKinds.includes(kind)) throw new AppError('bad-request', 'a kind of the office');
  const owner = { teryt: filing.teryt, consultationId: filing.consultationId };
  return transaction(db, async (tx): Promise<Attached> => {
    const locked = await lockConsultation(tx, filing.consultationId);
    if (!locked || (!byOffice && !takesRemarks(locked, now))) return { ok: false, error: { code: 'closed' } };
    const file = (await ownFiles(tx, { userId: viewer.id, hashes: [hash] })).get(hash);
    if (!file) throw notFound('no such file of this person');
    const added = await addAttachment(tx, {
      owner,
      filing: { id: filing.id, number: input.filing },
      kind,
      file,
      byOffice,
      addedById: viewer.id,
      now,
    });
    if (added.ok) await bumpRevision(tx, consultationScope(slug));
    return added;
  });
}

/** What is said at the field of a file that cannot be attached. */
export function attachComplaint(error: AttachError | StoreFileError): {
  key: MessageKey;
  params?: Record<string, number>;
} {
  switch (error.code) {
    case 'closed':
      return { key: 'attachment.error.closed' };
    case 'too-many':
      return { key: 'attachment.error.too-many', params: { limit: error.limit } };
    case 'too-much':
      return { key: 'attachment.error.too-much', params: { max: error.megabytes } };
    case 'file-type':
      return { key: 'attachment.error.type' };
    case 'file-size':
      return { key: 'fieldwork.file.error.file-size' };
    case 'file-broken':
      return { key: 'fieldwork.file.error.file-broken' };
    case 'file-empty':
      return { key: 'fieldwork.file.error.file-empty' };
    default:
      return { key: 'attachment.error.room', params: { max: Math.floor(error.max / 1_000_000) } };
  }
}
