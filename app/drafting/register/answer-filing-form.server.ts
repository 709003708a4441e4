import type { Db } from '#app/db/client.server.ts';
import { takesRemarks } from '#app/drafting/state/stage.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { takeLimit } from '#app/limits/take-limit.server.ts';
import { waitMessage } from '#app/limits/wait.ts';
import type { Viewer } from '#app/people/viewer.ts';
import type { GoingFile } from '../attachments/waiting-files.server.ts';
import { personFields } from './filer-schema.ts';
import { fileFiling, type FilingError, type OfficeEntry } from './file-filing.server.ts';
import { cleanPoints } from './typed-marks.ts';
import { filingProblems } from './filing-draft.ts';
import { errorsOf, pointField, type FilingForm, type FormErrors, type FormIntent } from './filing-form-reader.ts';
import { loadFilingPage, type FilingPage, type FilingStep } from './filing-page.server.ts';
import { withEndMarks } from './end-mark-offers.server.ts';
import type { PointDraft } from './operation-draft.ts';
import type { GuestContact } from './guest-payload.ts';
import { keepByCode } from './keep-by-code.server.ts';
import { sendGuestFiling, type GuestFilingResult } from './send-guest-filing.server.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';

/** Who signs the form; `incomplete` when the fields about the person need mending first. */
export type FormFiler =
  | { kind: 'author'; viewer: Viewer; nameIsPublic: boolean }
  | { kind: 'guest'; contact: GuestContact; name: string; organisation: string | null; nameIsPublic: boolean }
  | { kind: 'office'; viewer: Viewer; entry: OfficeEntry; nameIsPublic: boolean }
  | { kind: 'incomplete'; errors: FormErrors };

export type FormAnswer =
  | { kind: 'filed'; number: number; points: number }
  | { kind: 'sent' }
  /** Waits for its code, which stands behind the secret. */
  | { kind: 'kept'; secret: string }
  | {
      kind: 'again';
      page: FilingPage;
      errors: FormErrors;
      status: 200 | 400 | 409 | 429;
      /** How long to wait, with 429. */ seconds: number | null;
    };

type Asked = {
  slug: string;
  form: FilingForm;
  filer: FormFiler;
  files?: readonly GoingFile[];
  locale: Locale;
  now?: Date;
};

/** What becomes of the form after a button: the letter is filed, a guest's waits for the link, or the form comes back as it was typed. */
export async function answerFilingForm(db: Db, asked: Asked): Promise<FormAnswer> {
  const { form, filer } = asked;
  if (form.intent.do === 'preview') return preview(db, asked);
  if (form.intent.do === 'person' || form.intent.do === 'check') return nextStep(db, asked);
  if (form.intent.do !== 'file') return again(db, asked, {});
  if (Object.keys(form.errors).length > 0)
    return again(db, asked, { ...(filer.kind === 'incomplete' ? filer.errors : {}), ...form.errors });
  if (filer.kind === 'incomplete') return again(db, asked, { ...(await problemsOf(db, asked)), ...filer.errors });
  const points = await markedPoints(db, asked);
  if (!points) return again(db, { ...asked, form: { ...form, intent: { do: 'preview' } } }, {});
  if (filer.kind === 'guest') return sendAsGuest(db, asked, { filer, points });
  const filed = await fileFiling(db, {
    slug: asked.slug,
    filer,
    nameIsPublic: filer.nameIsPublic,
    points,
    files: asked.files ?? [],
    refiles: form.refiles,
    locale: asked.locale,
    ...(asked.now ? { now: asked.now } : {}),
  });
  return filed.ok
    ? { kind: 'filed', ...filed.value }
    : again(db, asked, errorsFor(filer, filed.error), secondsOf(filed.error));
}

/** The points with the end marks that were to be mended with them; null where others would be offered by now, so that the form is shown again. */
async function markedPoints(db: Db, { slug, form }: Asked): Promise<PointDraft[] | null> {
  if (form.marks.every(({ shown }) => shown.length === 0)) return form.points;
  const draft = await loadDraft(db, { slug });
  const marked: PointDraft[] = [];
  for (const [at, point] of cleanPoints(form.points, draft.units).entries()) {
    const one = await withEndMarks(draft, point, form.marks[at] ?? { shown: [], picked: [] });
    if (!one) return null;
    marked.push(one);
  }
  return marked;
}

/** A guest's letter waits: with e-mail for the link in a letter, without it for the office. */
async function sendAsGuest(
  db: Db,
  asked: Asked,
  { filer, points }: { filer: Extract<FormFiler, { kind: 'guest' }>; points: PointDraft[] },
): Promise<FormAnswer> {
  const { contact, name, organisation, nameIsPublic } = filer;
  const { slug, locale, now } = asked;
  const sending = {
    slug,
    name,
    organisation,
    nameIsPublic,
    points,
    files: asked.files ?? [],
    locale,
    ...(now ? { now } : {}),
  };
  if (contact.by === 'email') {
    const sent = await sendGuestFiling(db, { ...sending, email: contact.email });
    return sent.ok ? { kind: 'sent' } : again(db, asked, errorsFor(filer, sent.error), secondsOf(sent.error));
  }
  const kept = await keepByCode(db, { ...sending, contact });
  return kept.ok
    ? { kind: 'kept', secret: kept.value.secret }
    : again(db, asked, errorsFor(filer, kept.error), secondsOf(kept.error));
}

/** The form once more, with complaints and with everything that was typed. */
async function again(
  db: Db,
  { slug, form, locale, now }: Asked,
  errors: FormErrors,
  seconds: number | null = null,
): Promise<FormAnswer> {
  const shown = await loadFilingPage(db, {
    slug,
    points: form.points,
    intent: form.intent,
    isTooLong: Object.keys(form.errors).length > 0,
    refiles: form.refiles,
    marks: form.marks,
    locale,
    ...(now ? { now } : {}),
  });
  const all = { ...shown.errors, ...errors };
  return {
    kind: 'again',
    page: { ...shown.page, step: shown.moved ? 'words' : stepOf(form.intent.do, all) },
    errors: all,
    seconds,
    status: seconds !== null ? 429 : shown.moved ? 409 : Object.keys(all).length > 0 ? 400 : 200,
  };
}

/** The next part, once what was typed before it is right; what is wrong is shown in its own part. */
async function nextStep(db: Db, asked: Asked): Promise<FormAnswer> {
  const { form, filer } = asked;
  const isCheck = form.intent.do === 'check';
  const taken = isCheck ? await takePreview(db, filer) : null;
  if (taken && !taken.ok) return tooOften(db, asked, taken.error.seconds);
  const ofPerson = isCheck && filer.kind === 'incomplete' ? filer.errors : {};
  const ofTerm = (await isOpen(db, asked)) ? {} : errorsFor(filer, { code: 'closed' });
  return again(db, asked, { ...(await problemsOf(db, asked)), ...ofPerson, ...ofTerm, ...form.errors });
}

/** Whoever goes on after the end is told at once, beside the words, and not at the last button. */
async function isOpen(db: Db, { slug, now = new Date() }: Asked): Promise<boolean> {
  const dates = await db.consultation.findUnique({
    where: { slug },
    select: { opensAt: true, closesAt: true, answersDueAt: true },
  });
  return dates !== null && takesRemarks(dates, now);
}

/** Where the form goes on: at what is wrong, else where the button leads. What was to be filed and was not is read once more. */
function stepOf(asked: FormIntent['do'], errors: FormErrors): FilingStep {
  const wrong = Object.keys(errors);
  if (wrong.some((field) => !personFields.includes(field))) return 'words';
  if (asked === 'person' || wrong.length > 0) return 'person';
  return asked === 'check' || asked === 'file' ? 'check' : 'words';
}

/** A preview is worked out anew for every press: over the bound the form comes back without one. */
async function preview(db: Db, asked: Asked): Promise<FormAnswer> {
  const taken = await takePreview(db, asked.filer);
  return taken.ok ? again(db, asked, asked.form.errors) : tooOften(db, asked, taken.error.seconds);
}

function takePreview(db: Db, filer: FormFiler) {
  return takeLimit(db, filer.kind === 'office' ? 'office-preview' : 'preview', {
    person: filer.kind === 'author' || filer.kind === 'office' ? filer.viewer.id : null,
  });
}

function tooOften(db: Db, asked: Asked, seconds: number): Promise<FormAnswer> {
  return again(
    db,
    { ...asked, form: { ...asked.form, intent: { do: 'keep' } } },
    { [pointField(0, 'reason')]: [waitMessage(seconds)] },
    seconds,
  );
}

function secondsOf(error: { code: string; seconds?: number }): number | null {
  return error.seconds ?? null;
}

async function problemsOf(db: Db, { slug, form }: Asked): Promise<FormErrors> {
  const draft = await loadDraft(db, { slug });
  return errorsOf(filingProblems(cleanPoints(form.points, draft.units), draft.units, 'file'));
}

function errorsFor(
  filer: FormFiler,
  error: FilingError | Extract<GuestFilingResult, { ok: false }>['error'],
): FormErrors {
  switch (error.code) {
    case 'problems':
      return errorsOf(error.problems);
    // The page shows both sides of what moved.
    case 'moved':
      return {};
    case 'closed':
      return { [pointField(0, 'reason')]: [{ key: 'drafting.error.closed' }] };
    case 'future':
      return { receivedOn: [{ key: 'register.error.future' }] };
    case 'many-waiting':
      return { email: [{ key: 'register.error.many-waiting' }] };
    // A signed-in author has no field for the name: the complaint stands at the box that makes it public.
    case 'name':
      return { [filer.kind === 'guest' ? error.field : 'nameIsPublic']: [{ key: error.key }] };
    case 'too-many':
      return { [pointField(0, 'reason')]: [waitMessage(error.seconds)] };
    case 'not-verified':
      return { [pointField(0, 'reason')]: [{ key: 'register.error.not-verified' }] };
  }
}
