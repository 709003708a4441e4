import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit, SubmitRow, TextField } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, refuseForNow, seeOther } from '#app/http/responses.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { hasPassword } from '#app/people/has-password.server.ts';
import { askEmailChange, changeHours } from '#app/people/change-email.server.ts';
import { pageTitle } from '#app/people/page-title.ts';
import { emailChangeForm, emailChangeWithPassword } from '#app/people/schema.ts';

export const loader = handler(async ({ request, db }) => {
  const viewer = await requireViewer(request);
  return { email: viewer.email, hours: changeHours, withPassword: await hasPassword(db, { viewer }) };
});

export const action = handler(async ({ request, db, to }) => {
  const viewer = await requireViewer(request);
  const form = parseForm(
    await readForm(request),
    (await hasPassword(db, { viewer })) ? emailChangeWithPassword : emailChangeForm,
  );
  if (!form.ok) return refuse(form.failure);
  const result = await askEmailChange(db, { viewer, email: form.value.email, password: form.value.oldPassword });
  if (result.ok) return seeOther(`${to.account()}?info=address-asked`);
  switch (result.error.code) {
    case 'too-many':
      return refuseForNow(form.values, 'email', result.error.seconds);
    case 'same':
      return refuse(fieldFailure(form.values, 'email', 'error.same-email'));
    case 'old-password':
      return refuse(fieldFailure(form.values, 'oldPassword', 'error.old-password'));
  }
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'change-email.title');

export default function ChangeEmail() {
  const { email, hours, withPassword } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('nav.home'), to: to.home() },
        { label: t('nav.account'), to: to.account() },
        { label: t('change-email.title') },
      ]}
    >
      <PageHead title={t('change-email.title')} lead={t('change-email.lead', { email, hours })} />
      <Form failure={failure}>
        <TextField
          name="email"
          max={bounds.email}
          label={t('change-email.new')}
          type="email"
          inputMode="email"
          autoComplete="email"
        />
        {withPassword ? (
          <TextField
            name="oldPassword"
            max={bounds.password}
            label={t('person.old-password')}
            type="password"
            autoComplete="current-password"
          />
        ) : null}
        <p className="hint">{t('change-email.effect')}</p>
        <SubmitRow>
          <Submit>{t('change-email.submit')}</Submit>
        </SubmitRow>
      </Form>
    </Page>
  );
}
