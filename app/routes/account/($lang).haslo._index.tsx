import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit, SubmitRow, TextField } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { readForm } from '#app/http/body.server.ts';
import { parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, refuseForNow, seeOther } from '#app/http/responses.server.ts';
import { atLeast } from '#app/http/sign-in.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { requestPasswordReset } from '#app/people/request-password-reset.server.ts';
import { forgottenForm } from '#app/people/schema.ts';

export const loader = handler(async ({ url }) => ({ sent: url.searchParams.has('wyslano') }));

export const action = handler(async ({ request, db, to }) => {
  const form = parseForm(await readForm(request), forgottenForm);
  if (!form.ok) return refuse(form.failure);
  const asked = await atLeast(300, requestPasswordReset(db, form.value));
  if (!asked.ok) return refuseForNow(form.values, 'email', asked.error.seconds);
  return seeOther(`${to.forgotPassword()}?wyslano=1`);
});

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  pageTitle(location, data?.sent ? 'forgot.sent-title' : 'forgot.title');

export default function ForgottenPassword() {
  const { sent } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('nav.home'), to: to.home() },
        { label: t('sign-in.title'), to: to.signIn() },
        { label: t('forgot.title') },
      ]}
    >
      <PageHead
        title={t(sent ? 'forgot.sent-title' : 'forgot.title')}
        lead={t(sent ? 'forgot.sent-lead' : 'forgot.lead')}
      />
      {sent ? (
        <p className="actions">
          <a href={to.forgotPassword()}>{t('forgot.again')}</a>
        </p>
      ) : (
        <Form failure={failure}>
          <TextField
            name="email"
            max={bounds.email}
            label={t('person.email')}
            type="email"
            inputMode="email"
            autoComplete="username"
          />
          <SubmitRow>
            <Submit>{t('forgot.submit')}</Submit>
          </SubmitRow>
        </Form>
      )}
    </Page>
  );
}
