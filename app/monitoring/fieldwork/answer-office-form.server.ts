import { z } from 'zod';
import type { Db } from '#app/db/client.server.ts';
import { fieldFailure, formValues, parseForm, type FormFailure } from '#app/forms/form.ts';
import type { FormFile } from '#app/forms/form-files.server.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { confirmReceipt } from './confirm-receipt.server.ts';
import { getOfficeRound } from './office-round.server.ts';
import { MAX_REPLY } from './limits.ts';
import { sendReply, type SendReplyError } from './send-reply.server.ts';
import { storeFile } from '#app/uploads/store-file.server.ts';
import { fileComplaint, uploadRoom } from '#app/uploads/upload-room.ts';

const schema = z.object({
  indicator: z.string().min(1).max(40),
  stance: z.enum(['none', 'level', 'explanation'], 'error.choice'),
  level: z
    .string()
    .regex(/^(-?\d+)?$/)
    .optional(),
  body: z.string().max(MAX_REPLY),
  seen: z.coerce.number().int().min(0),
});

type Whole = 'late' | 'published' | 'decided' | 'nothing' | 'taken';

export type OfficeFormAnswer =
  | { kind: 'sent'; indicator: string | null }
  | { kind: 'received' }
  /** Something in the form is wrong. */
  | { kind: 'refused'; status: 400 | 409 | 413; failure: FormFailure; indicator: string | null }
  /** Nothing in the form can help: the term is over, the edition is out, or the team has decided. */
  | { kind: 'closed'; code: Whole; failure: FormFailure; indicator: string | null };

type Options = { viewer: Viewer; slug: string; teryt: string; form: FormData; uploads: readonly FormFile[] };

/** Takes a form of the office: one reply with its file, or „no remarks" for several indicators at once. */
export async function answerOfficeForm(
  db: Db,
  { viewer, slug, teryt, form, uploads }: Options,
): Promise<OfficeFormAnswer> {
  const values = formValues(form);
  if (values.intent?.[0] === 'received') {
    const confirmed = await confirmReceipt(db, { viewer, slug, teryt });
    if (confirmed.ok) return { kind: 'received' };
    return { kind: 'closed', code: confirmed.error.code, failure: { values: {}, errors: {} }, indicator: null };
  }
  if (values.intent?.[0] === 'none') return sendNoRemarks(db, { viewer, slug, teryt, codes: values.codes ?? [] });
  const parsed = parseForm(form, schema);
  const indicator = values.indicator?.[0] ?? null;
  if (!parsed.ok) return { kind: 'refused', status: 400, failure: parsed.failure, indicator };
  // Who is no official here, or comes to an edition without a round, stores nothing.
  const { edition } = await getOfficeRound(db, { viewer, slug, teryt });
  const files: string[] = [];
  for (const upload of uploads.filter((each) => each.field === 'file')) {
    const stored = await storeFile(db, {
      userId: viewer.id,
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
    viewer,
    slug,
    teryt,
    indicator: parsed.value.indicator,
    stance,
    body,
    seen,
    files,
    level: level ? Number(level) : null,
  });
  if (result.ok) return { kind: 'sent', indicator };
  const { code } = result.error;
  if (code === 'late' || code === 'published' || code === 'decided')
    return { kind: 'closed', code, failure: { values, errors: {} }, indicator };
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

async function sendNoRemarks(
  db: Db,
  { viewer, slug, teryt, codes }: Omit<Options, 'form' | 'uploads'> & { codes: readonly string[] },
): Promise<OfficeFormAnswer> {
  const failure = { values: {}, errors: {} };
  if (codes.length === 0) return { kind: 'closed', code: 'nothing', failure, indicator: null };
  let taken = false;
  // One and the same may be named any number of times; each is a transaction.
  for (const indicator of new Set(codes)) {
    const result = await sendReply(db, {
      viewer,
      slug,
      teryt,
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
    return { kind: 'closed', code: result.error.code === 'published' ? 'published' : 'late', failure, indicator: null };
  }
  return taken ? { kind: 'closed', code: 'taken', failure, indicator: null } : { kind: 'sent', indicator: null };
}

function complaintOf(
  code: Exclude<SendReplyError, 'late' | 'published' | 'decided' | 'quota-edition'>,
): [string, MessageKey] {
  if (code === 'level-missing' || code === 'level-same') return ['level', `fieldwork.office.error.${code}`];
  return [code === 'conflict' ? 'stance' : code === 'file-unknown' ? 'file' : 'body', `fieldwork.office.error.${code}`];
}
