import { data } from '@remix-run/node';
import { answerFilingForm, type FormFiler } from '#app/drafting/register/answer-filing-form.server.ts';
import { readFilingForm, type FormErrors } from '#app/drafting/register/filing-form-reader.ts';
import type { FilingPage } from '#app/drafting/register/filing-page.server.ts';
import { accountSchema, guestContact, guestSchema, personFields } from '#app/drafting/register/filer-schema.ts';
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
  done: (number: number, points: number) => string | Promise<string>;
};

/**
 * One step of the form for a letter, on whichever page it stands. What is refused comes back with every word.
 */
export async function stepFilingForm({ db, locale, to }: Context, step: Step) {
  const form = readFilingForm(step.values);
  if (!form) throw new AppError('bad-request', 'not a form of ours');
  const asked = { slug: step.slug, form, filer: step.filer, locale };
  const answer = await answerFilingForm(db, asked);
  if (answer.kind === 'again') {
    const headers: Record<string, string> = answer.seconds === null ? {} : { 'Retry-After': String(answer.seconds) };
    return data<FilingAnswer>(
      { page: answer.page, errors: answer.errors, values: personValues(step.values) },
      { status: answer.status, headers },
    );
  }
  if (answer.kind === 'kept') throw seeOther(to.filingCode(step.slug, answer.secret));
  throw seeOther(answer.kind === 'sent' ? to.guestSent(step.slug) : await step.done(answer.number, answer.points));
}

/** The same for whoever writes online: the signed-in author, or a guest whose letter waits for the link. */
export async function stepOnlineForm(context: Context, slug: string) {
  const { request, to } = context;
  const viewer = await verifiedOrGuest(request);
  const form = await readForm(request, bodyLimits.words);
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
  return stepFilingForm(context, {
    slug,
    values: formValues(form),
    filer: viewer ? { kind: 'author', viewer, nameIsPublic: account.ok && account.value.nameIsPublic } : signed,
    done: (number, points) =>
      points === 1 ? `${to.remark(slug, number)}?info=remark-filed` : `${to.filing(slug, number)}?info=filing-filed`,
  });
}

/** What was typed about the person; the fields of the points have their words from the page. */
function personValues(values: FormFailure['values']): FormFailure['values'] {
  return Object.fromEntries(personFields.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
}
