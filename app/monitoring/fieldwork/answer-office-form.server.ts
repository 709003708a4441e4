import { z } from 'zod';
import type { Db } from '#app/db/client.server.ts';
import { fieldFailure, formValues, parseForm, type FormFailure } from '#app/forms/form.ts';
import type { FormFile } from '#app/forms/form-files.server.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { confirmReceipt } from './confirm-receipt.server.ts';
import { bounds } from '#app/forms/bounds.ts';
import { getOfficeRound, type OfficeDoor } from './office-round.server.ts';
import { MAX_REPLY } from './limits.ts';
import { saveReplyDraft } from './save-reply-draft.server.ts';
import { sendReply, type SendReplyError } from './send-reply.server.ts';
import type { Signature } from './signature.server.ts';
import { storeFile } from '#app/uploads/store-file.server.ts';
import { fileComplaint, uploadRoom } from '#app/uploads/upload-room.ts';

const stances = ['none', 'level', 'explanation'] as const;

/** Typed by whoever replies by a link; the form of an official has no such fields. */
const signature = {
  name: z.string().max(bounds.guestName).optional(),
  post: z.string().max(bounds.officePost).optional(),
};

const common = z.object({
  ...signature,
  indicator: z.string().min(1).max(40),
  level: z
    .string()
    .regex(/^(-?\d+)?$/)
    .optional(),
  body: z.string().max(MAX_REPLY),
});

const schema = common.extend({
  stance: z.enum(stances, 'error.choice'),
  seen: z.coerce.number().int().min(0),
});

/** What is not finished is kept as it is. */
const draftSchema = common.extend({
  stance: z.enum(['', ...stances]).default(''),
  draft: z.coerce.number().int().min(0),
});

const manySchema = z.object(signature);

type Whole = 'late' | 'published' | 'decided' | 'nothing' | 'taken';

export type OfficeFormAnswer =
  | { kind: 'sent'; indicator: string | null }
  | { kind: 'saved'; indicator: string | null }
  | { kind: 'received' }
  /** Something in the form is wrong. */
  | { kind: 'refused'; status: 400 | 409 | 413; failure: FormFailure; indicator: string | null }
  /** Nothing in the form can help: the term is over, the edition is out, or the team has decided. */
  | { kind: 'closed'; code: Whole; failure: FormFailure; indicator: string | null };

type Options = { door: OfficeDoor; form: FormData; uploads: readonly FormFile[] };

/** Takes a form of the office: one reply with its file, or „no remarks" for several indicators at once. */
export async function answerOfficeForm(db: Db, { door, form, uploads }: Options): Promise<OfficeFormAnswer> {
  const values = formValues(form);
  if (values.intent?.[0] === 'received' && 'viewer' in door) {
    const confirmed = await confirmReceipt(db, door);
    if (confirmed.ok) return { kind: 'received' };
    return { kind: 'closed', code: confirmed.error.code, failure: { values: {}, errors: {} }, indicator: null };
  }
  if (values.intent?.[0] === 'none') return sendNoRemarks(db, { door, form });
  if (values.intent?.[0] === 'draft') return keepDraft(db, { door, form });
  const parsed = parseForm(form, schema);
  const indicator = values.indicator?.[0] ?? null;
  if (!parsed.ok) return { kind: 'refused', status: 400, failure: parsed.failure, indicator };
  // Who is no official here, or comes to an edition without a round, stores nothing.
  const { edition } = await getOfficeRound(db, door);
  const files: string[] = [];
  const userId = 'viewer' in door ? door.viewer.id : null;
  for (const upload of uploads) {
    // A link has no account whose file it would be.
    if (userId === null || upload.field !== 'file') continue;
    const stored = await storeFile(db, {
      userId,
      editionId: edition.id,
      name: upload.name,
      bytes: upload.bytes,
    });
    if (!stored.ok) {
      const { key, params } = fileComplaint(stored.error);
      return {
        kind: 'refused',
        status: 'max' in stored.error ? 413 : 400,
        failure: fieldFailure(values, 'file', key, params),
        indicator,
      };
    }
    files.push(stored.file.hash);
  }
  const { stance, body, seen, level } = parsed.value;
  const result = await sendReply(db, {
    ...door,
    signature: signatureOf(parsed.value),
    indicator: parsed.value.indicator,
    stance,
    body,
    seen,
    files,
    level: level ? Number(level) : null,
  });
  if (result.ok) return { kind: 'sent', indicator };
  const { code } = result.error;
  if (isClosing(code)) return { kind: 'closed', code, failure: { values, errors: {} }, indicator };
  if (code === 'quota-edition') {
    const { key, params } = fileComplaint({ code, max: uploadRoom.edition });
    return { kind: 'refused', status: 413, failure: fieldFailure(values, 'file', key, params), indicator };
  }
  const [field, key] = complaintOf(code);
  // The page shows the newer reply; the next sending is made against it.
  const kept = code === 'conflict' ? { ...values, seen: [] } : values;
  return {
    kind: 'refused',
    status: code === 'conflict' ? 409 : 400,
    failure: fieldFailure(kept, field, key, { max: MAX_REPLY }),
    indicator,
  };
}

const isClosing = (code: string): code is 'late' | 'published' | 'decided' =>
  code === 'late' || code === 'published' || code === 'decided';

const signatureOf = ({
  name = '',
  post = '',
}: {
  name?: string | undefined;
  post?: string | undefined;
}): Signature => ({
  name,
  post,
});

/** A draft of another person that was saved meanwhile is shown beside what was typed; the next saving is made against it. */
async function keepDraft(db: Db, { door, form }: Omit<Options, 'uploads'>): Promise<OfficeFormAnswer> {
  const values = formValues(form);
  const parsed = parseForm(form, draftSchema);
  const indicator = values.indicator?.[0] ?? null;
  if (!parsed.ok) return { kind: 'refused', status: 400, failure: parsed.failure, indicator };
  const { stance, body, level, draft } = parsed.value;
  const result = await saveReplyDraft(db, {
    ...door,
    signature: signatureOf(parsed.value),
    indicator: parsed.value.indicator,
    stance,
    level: level ? Number(level) : null,
    body,
    draft,
  });
  if (result.ok) return { kind: 'saved', indicator };
  const { code } = result.error;
  if (isClosing(code)) return { kind: 'closed', code, failure: { values, errors: {} }, indicator };
  const [field, key] = complaintOf(code);
  const isConflict = code === 'draft-conflict';
  return {
    kind: 'refused',
    status: isConflict ? 409 : 400,
    failure: fieldFailure(isConflict ? { ...values, draft: [] } : values, field, key, { max: MAX_REPLY }),
    indicator,
  };
}

async function sendNoRemarks(db: Db, { door, form }: Omit<Options, 'uploads'>): Promise<OfficeFormAnswer> {
  const values = formValues(form);
  const codes = values.codes ?? [];
  const parsed = parseForm(form, manySchema);
  if (!parsed.ok) return { kind: 'refused', status: 400, failure: parsed.failure, indicator: null };
  const failure = { values, errors: {} };
  if (codes.length === 0) return { kind: 'closed', code: 'nothing', failure, indicator: null };
  let taken = false;
  // One and the same may be named any number of times; each is a transaction.
  for (const indicator of new Set(codes)) {
    const result = await sendReply(db, {
      ...door,
      signature: signatureOf(parsed.value),
      indicator,
      stance: 'none',
      level: null,
      body: '',
      files: [],
      seen: 0,
    });
    // Somebody else replied to this one meanwhile: their word stays.
    taken ||= !result.ok && (result.error.code === 'conflict' || result.error.code === 'decided');
    if (result.ok || result.error.code === 'conflict' || result.error.code === 'decided') continue;
    const { code } = result.error;
    if (code === 'name-missing' || code === 'name-office' || code === 'post-missing')
      return { kind: 'refused', status: 400, failure: fieldFailure(values, ...complaintOf(code)), indicator: null };
    return { kind: 'closed', code: result.error.code === 'published' ? 'published' : 'late', failure, indicator: null };
  }
  return taken ? { kind: 'closed', code: 'taken', failure, indicator: null } : { kind: 'sent', indicator: null };
}

function complaintOf(
  code: Exclude<SendReplyError, 'late' | 'published' | 'decided' | 'quota-edition'> | 'draft-conflict',
): [string, MessageKey] {
  if (code === 'name-missing' || code === 'name-office') return ['name', `fieldwork.office.error.${code}`];
  if (code === 'post-missing') return ['post', 'fieldwork.office.error.post-missing'];
  if (code === 'level-missing' || code === 'level-same') return ['level', `fieldwork.office.error.${code}`];
  return [
    code === 'conflict' || code === 'draft-conflict' ? 'stance' : code === 'file-unknown' ? 'file' : 'body',
    `fieldwork.office.error.${code}`,
  ];
}
