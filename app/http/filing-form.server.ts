import { data } from '@remix-run/node';
import { answerFilingForm, type FormFiler } from '#app/drafting/register/answer-filing-form.server.ts';
import { readFilingForm, type FormErrors } from '#app/drafting/register/filing-form-reader.ts';
import type { FilingPage } from '#app/drafting/register/filing-page.server.ts';
import { accountSchema, guestContact, guestSchema, personFields } from '#app/drafting/register/filer-schema.ts';
import { attachmentLimits } from '#app/drafting/attachments/attachment.ts';
import { goingFiles, keepWaiting } from '#app/drafting/attachments/waiting-files.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { formFiles } from '#app/forms/form-files.server.ts';
import { AppError } from '#app/errors/app-error.ts';
import { bodyLimits, readForm } from './body.server.ts';
import { formValues, parseForm, type FormFailure } from '#app/forms/form.ts';
import type { Context } from './handlers.server.ts';
import { seeOther } from './responses.server.ts';
import { verifiedOrGuest } from './session.server.ts';

/** The form as it comes back: what was typed, what is wrong. */
export type FilingAnswer = { page: FilingPage; errors: FormErrors; values: FormFailure['values'] };

type Step = {
  slug: string;
  values: FormFailure['values'];
  filer: FormFiler;
  /** Files that go with it; the office has a field of its own for the scan. */ files?: Awaited<
    ReturnType<typeof keepWaiting>
  >;
  done: (number: number, points: number) => string | Promise<string>;
};

/**
 * One step of the form for a letter, on whichever page it stands. What is refused comes back with every word.
 */
export async function stepFilingForm({ db, locale, to }: Context, step: Step) {
  const form = readFilingForm(step.values);
  if (!form) throw new AppError('bad-request', 'not a form of ours');
  const { files } = step;
  const refused: FormErrors = files?.complaint ? { files: [files.complaint] } : {};
  // What could not be taken is told beside the field before anything goes on.
  if (files?.complaint && ['file', 'check', 'person'].includes(form.intent.do)) form.intent = { do: 'keep' };
  const going = files ? await goingFiles(db, { secrets: files.kept.map(({ secret }) => secret), now: new Date() }) : [];
  const answer = await answerFilingForm(db, { slug: step.slug, form, filer: step.filer, files: going, locale });
  if (answer.kind === 'again') {
    const headers: Record<string, string> = answer.seconds === null ? {} : { 'Retry-After': String(answer.seconds) };
    return data<FilingAnswer>(
      {
        page: files ? { ...answer.page, files: { kept: files.kept, refused: files.refused } } : answer.page,
        errors: { ...answer.errors, ...refused },
        values: personValues(step.values),
      },
      { status: files?.complaint && answer.status === 200 ? 400 : answer.status, headers },
    );
  }
  if (answer.kind === 'kept') throw seeOther(to.filingCode(step.slug, answer.secret));
  throw seeOther(answer.kind === 'sent' ? to.guestSent(step.slug) : await step.done(answer.number, answer.points));
}

/** The same for whoever writes online: the signed-in author, or a guest whose letter waits for the link. */
export async function stepOnlineForm(context: Context, slug: string) {
  const { request, to } = context;
  const viewer = await verifiedOrGuest(request);
  const form = await readForm(request, bodyLimits.letter);
  const guest = viewer ? null : parseForm(form, guestSchema);
  const contact = guestContact(formValues(form));
  const signed: FormFiler =
    guest?.ok && contact.ok
      ? { kind: 'guest', ...guest.value, contact: contact.value }
      : {
          kind: 'incomplete',
          errors: { ...(contact.ok ? {} : contact.errors), ...(guest?.ok ? {} : guest?.failure.errors) },
        };
  const account = parseForm(form, accountSchema);
  const { values, files } = await takeFiles(context, { viewer, form });
  return stepFilingForm(context, {
    slug,
    values,
    files,
    filer: viewer ? { kind: 'author', viewer, nameIsPublic: account.ok && account.value.nameIsPublic } : signed,
    done: (number, points) =>
      points === 1 ? `${to.remark(slug, number)}?info=remark-filed` : `${to.filing(slug, number)}?info=filing-filed`,
  });
}

/** The files of a form, kept at once; the form goes on with their secrets. */
async function takeFiles({ db }: Context, { viewer, form }: { viewer: Viewer | null; form: FormData }) {
  const { file: before = [], ...values } = formValues(form);
  const [word, at] = (values.intent?.[0] ?? '').split(':');
  const secrets = before.filter((_, index) => !(word === 'drop-file' && String(index) === at));
  const chosen = (await formFiles(form)).filter(({ field }) => field === 'files');
  const files = await keepWaiting(db, {
    viewer,
    secrets: secrets.slice(0, 2 * attachmentLimits.files),
    chosen,
    kind: values.filesKind?.[0] ?? '',
  });
  return { values: { ...values, file: files.kept.map(({ secret }) => secret) }, files };
}

/** What was typed about the person; the fields of the points have their words from the page. */
function personValues(values: FormFailure['values']): FormFailure['values'] {
  return Object.fromEntries(personFields.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
}
