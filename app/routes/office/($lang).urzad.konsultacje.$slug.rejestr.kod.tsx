import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit, SubmitRow, TextField } from '#app/components/form.tsx';
import { Page } from '#app/components/page-parts.tsx';
import { CodeLetter } from '#app/drafting/register/code-letter.tsx';
import { answerCodeForm } from '#app/drafting/register/code-form.server.ts';
import { EnteredNote } from '#app/drafting/register/entered-note.tsx';
import { loadEntered } from '#app/drafting/register/entered-filing.server.ts';
import { OfficeRegisterHead } from '#app/drafting/register/office-frame.tsx';
import { requireOffice } from '#app/drafting/register/require-office.server.ts';
import { bounds } from '#app/forms/bounds.ts';
import { formValues } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { dayOf } from '#app/i18n/dates.ts';
import { pageTitle } from '#app/people/page-title.ts';

export const loader = handler(async ({ request, params, url, db }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const { id: consultationId } = await requireOffice(db, { viewer, slug });
  return {
    slug,
    today: dayOf(new Date()),
    entered: await loadEntered(db, { consultationId, number: url.searchParams.get('wpisano') }),
  };
});

export const action = handler(async ({ request, params, db, to, locale }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const body = await readForm(request);
  const intent = formValues(body).intent?.[0];
  const answer = await answerCodeForm(db, { viewer, slug, body, isEntry: intent === 'enter', locale });
  if (answer.kind === 'entered') return seeOther(to.enterByCode(slug, { wpisano: answer.number }));
  const headers: Record<string, string> = answer.seconds === null ? {} : { 'Retry-After': String(answer.seconds) };
  return data(answer, { status: answer.status, headers });
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'register.code.enter-title');

/** The office enters what somebody without e-mail wrote in the form, by the code they brought. */
export default function EnterByCode() {
  const { slug, today, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page>
      <OfficeRegisterHead
        slug={slug}
        view="code"
        title={t('register.code.enter-title')}
        lead={t('register.code.enter-lead')}
      />
      {entered && !answer ? <EnteredNote entered={entered} slug={slug} next="#f-code" /> : null}
      {answer?.found ? (
        <CodeLetter slug={slug} answer={answer} today={today} />
      ) : (
        <Form action={to.enterByCode(slug)} failure={answer?.failure}>
          <TextField
            name="code"
            max={bounds.filingCode}
            label={t('register.code.field')}
            hint={t('register.code.field-hint')}
            inputMode="numeric"
            autoComplete="off"
            short
          />
          {answer?.other ? (
            <p>
              <a
                className="tap"
                href={
                  answer.other.number === null
                    ? to.enterByCode(answer.other.slug)
                    : to.filing(answer.other.slug, answer.other.number)
                }
              >
                {answer.other.number === null
                  ? answer.other.title
                  : t('register.letter', { number: answer.other.number })}
              </a>
            </p>
          ) : null}
          <SubmitRow>
            <Submit name="intent" value="find">
              {t('register.code.find')}
            </Submit>
          </SubmitRow>
        </Form>
      )}
    </Page>
  );
}
