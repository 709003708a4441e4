import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit, SubmitRow, TextField } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { localPath, redirect, refuse, refuseForNow, seeOther } from '#app/http/responses.server.ts';
import { getViewer } from '#app/http/session.server.ts';
import { atLeast } from '#app/http/sign-in.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { minPasswordLength } from '#app/people/password-rules.ts';
import { registerAccount } from '#app/people/register-account.server.ts';
import { registrationForm } from '#app/people/schema.ts';

export const loader = handler(async ({ request, url, to }) => {
  const next = localPath(url.searchParams.get('dalej'), '');
  if (await getViewer(request)) throw redirect(next || to.account(), 303);
  return { next, sent: url.searchParams.has('wyslano') };
});

export const action = handler(async ({ request, url, db, locale, to }) => {
  const form = parseForm(await readForm(request), registrationForm);
  if (!form.ok) return refuse(form.failure);
  const result = await atLeast(400, registerAccount(db, { ...form.value, locale }));
  if (!result.ok) {
    const { error } = result;
    return error.code === 'too-many'
      ? refuseForNow(form.values, 'email', error.seconds)
      : refuse(fieldFailure(form.values, error.code === 'name' ? 'displayName' : 'password', error.key));
  }
  return seeOther(to.register({ wyslano: 1, dalej: localPath(url.searchParams.get('dalej'), '') }));
});

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  pageTitle(location, data?.sent ? 'register.sent-title' : 'register.title');

export default function Register() {
  const { next, sent } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  if (sent) return <Sent next={next} />;
  return (
    <Page crumbs={[{ label: t('nav.home'), to: to.home() }, { label: t('register.title') }]}>
      <PageHead title={t('register.title')} lead={t('register.lead')} />
      <Form failure={failure}>
        <TextField
          name="displayName"
          max={bounds.displayName}
          label={t('person.name')}
          hint={t('person.name-hint')}
          autoComplete="name"
        />
        <TextField
          name="email"
          max={bounds.email}
          label={t('person.email')}
          hint={t('register.email-hint')}
          type="email"
          inputMode="email"
          autoComplete="email"
        />
        <TextField
          name="password"
          max={bounds.password}
          label={t('person.password')}
          hint={t('person.password-hint', { min: minPasswordLength })}
          type="password"
          autoComplete="new-password"
        />
        <p className="hint">
          {t('register.privacy')} <a href={to.about('dane-osobowe')}>{t('nav.privacy')}</a>
        </p>
        <SubmitRow>
          <Submit>{t('register.submit')}</Submit>
        </SubmitRow>
      </Form>
      <p className="mt-4">
        {t('register.have-account')} <a href={to.signIn(next)}>{t('nav.sign-in')}</a>
      </p>
    </Page>
  );
}

/** The same for a new address and for one that has an account. */
function Sent({ next }: { next: string }) {
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('nav.home'), to: to.home() }, { label: t('register.sent-title') }]}>
      <PageHead title={t('register.sent-title')} lead={t('register.sent-lead')} />
      <div className="stack w-40">
        <p>{t('register.sent-none')}</p>
        <p className="actions">
          <a className="btn" href={to.signIn(next)}>
            {t('nav.sign-in')}
          </a>
        </p>
      </div>
    </Page>
  );
}
