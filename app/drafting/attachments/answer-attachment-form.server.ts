import { z } from 'zod';
import type { Db } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/is-uuid.ts';
import { AppError } from '#app/errors/app-error.ts';
import type { FormFile } from '#app/forms/form-files.server.ts';
import { fieldFailure, type FormFailure } from '#app/forms/form.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { attachmentKinds } from './attachment.ts';
import { attachableFiling, attachComplaint, attachFile, storeAttachment } from './attach-file.server.ts';
import { changeAttachment } from './change-attachment.server.ts';

type Asked = {
  viewer: Viewer;
  slug: string;
  filing: number;
  values: FormFailure['values'];
  files: readonly FormFile[];
};

type Answer =
  | { ok: true; notice: 'attached' | 'attachment-shown' | 'attachment-hidden' | 'attachment-removed' }
  | { ok: false; status: 400 | 409 | 413; failure: FormFailure };

const kindShape = z.enum(attachmentKinds);

/** A form about the files of a letter; null when it is another form of the page. */
export async function answerAttachmentForm(db: Db, asked: Asked): Promise<Answer | null> {
  switch (asked.values.intent?.[0]) {
    case 'attach':
      return attach(db, asked);
    case 'show-attachment':
      return change(db, asked, 'show');
    case 'hide-attachment':
      return change(db, asked, 'hide');
    case 'remove-attachment':
      return change(db, asked, 'remove');
    default:
      return null;
  }
}

async function attach(db: Db, { viewer, slug, filing, values, files }: Asked): Promise<Answer> {
  const kind = kindShape.safeParse(values.kind?.[0]);
  if (!kind.success) return { ok: false, status: 400, failure: fieldFailure(values, 'kind', 'error.choice') };
  const file = files.find(({ field }) => field === 'file');
  if (!file) return { ok: false, status: 400, failure: fieldFailure(values, 'file', 'attachment.error.none') };
  const refuse = (error: Parameters<typeof attachComplaint>[0]): Answer => {
    const { key, params } = attachComplaint(error);
    return {
      ok: false,
      status: 'max' in error ? 413 : 400,
      failure: fieldFailure(values, 'file', key, params),
    };
  };
  // Nothing is kept for those who may not attach it.
  await attachableFiling(db, { viewer, slug, filing });
  const stored = await storeAttachment(db, { viewer, name: file.name, bytes: file.bytes });
  if (!stored.ok) return refuse(stored.error);
  const attached = await attachFile(db, { viewer, slug, filing, kind: kind.data, hash: stored.file.hash });
  return attached.ok ? { ok: true, notice: 'attached' } : refuse(attached.error);
}

const notices = { show: 'attachment-shown', hide: 'attachment-hidden', remove: 'attachment-removed' } as const;

async function change(db: Db, { viewer, slug, values }: Asked, step: keyof typeof notices): Promise<Answer> {
  const [id = '', revision = ''] = [values.attachment?.[0], values.revision?.[0]];
  if (!isUuid(id) || !/^\d{1,9}$/.test(revision)) throw new AppError('bad-request', 'not a form of ours');
  const done = await changeAttachment(db, { viewer, slug, id, revision: Number(revision), step });
  return done.ok
    ? { ok: true, notice: notices[step] }
    : { ok: false, status: 409, failure: fieldFailure(values, 'attachment', 'attachment.error.moved') };
}
