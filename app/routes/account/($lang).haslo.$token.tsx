import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit, SubmitRow, TextField } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { gone, withoutSession } from '#app/http/sign-in.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { inspectToken } from '#app/people/email-token.server.ts';
import { pageTitle } from '#app/people/page-title.ts';
import { minPasswordLength } from '#app/people/password-rules.ts';
import { resetPassword } from '#app/people/reset-password.server.ts';
import { newPasswordForm } from '#app/people/schema.ts';

export const loader = handler(async ({ db, params }) => {
  const token = await inspectToken(db, { secret: params.token ?? '', purpose: 'reset-password' });
  return token.state === 'valid' ? { open: true, email: token.email } : gone({ open: false, email: '' });
});

export const action = handler(async ({ request, db, params, to }) => {
  const form = parseForm(await readForm(request), newPasswordForm);
  if (!form.ok) return refuse(form.failure);
  const secret = params.token ?? '';
  const result = await resetPassword(db, { secret, password: form.value.password });
  if (result.ok) return withoutSession(`${to.signIn()}?info=password-set`);
  if (result.error.code === 'link') return seeOther(to.resetPassword(secret));
  return refuse(fieldFailure(form.values, 'password', result.error.key));
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'reset.title');

export default function NewPassword() {
  const { open, email } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  if (!open) {
    return (
      <Page>
        <PageHead title={t('link.over-title')} lead={t('reset.over-lead')} />
        <p className="actions">
          <a className="btn" href={to.forgotPassword()}>
            {t('forgot.submit')}
          </a>
        </p>
      </Page>
    );
  }
  return (
    <Page>
      <PageHead title={t('reset.title')} lead={t('reset.lead', { email })} />
      <Form failure={failure}>
        <TextField
          name="password"
          max={bounds.password}
          label={t('person.new-password')}
          hint={t('person.password-hint', { min: minPasswordLength })}
          type="password"
          autoComplete="new-password"
        />
        <SubmitRow>
          <Submit>{t('reset.submit')}</Submit>
        </SubmitRow>
      </Form>
    </Page>
  );
}
