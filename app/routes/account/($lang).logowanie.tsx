import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CheckField, Form, Submit, SubmitRow, TextField } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { demoPassword, type DemoAccount } from '#app/people/demo/accounts.ts';
import { listDemoAccounts } from '#app/people/demo/list-demo-accounts.server.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { localPath, redirect, refuse, refuseForNow } from '#app/http/responses.server.ts';
import { deviceSecret, getViewer } from '#app/http/session.server.ts';
import { withSession } from '#app/http/sign-in.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { signInForm } from '#app/people/schema.ts';
import { longestSharedHours, sharedMinutes } from '#app/people/sessions.server.ts';
import { signIn } from '#app/people/sign-in.server.ts';
import { officialTeryts } from '#app/people/viewer.ts';

export const loader = handler(async ({ request, url, db, to }) => {
  const next = localPath(url.searchParams.get('dalej'), '');
  const viewer = await getViewer(request);
  if (viewer) throw redirect(next || (officialTeryts(viewer).length > 0 ? to.office() : to.account()), 303);
  return { next, demo: await listDemoAccounts(db), sharedMinutes, longestSharedHours };
});

export const action = handler(async ({ request, url, db, to }) => {
  const form = parseForm(await readForm(request), signInForm);
  if (!form.ok) return refuse(form.failure);
  const result = await signIn(db, {
    ...form.value,
    userAgent: request.headers.get('User-Agent'),
    device: await deviceSecret(request),
  });
  if (!result.ok && result.error.code === 'too-many') return refuseForNow(form.values, 'email', result.error.seconds);
  if (!result.ok)
    return refuse(
      fieldFailure(form.values, 'email', result.error.code === 'disabled' ? 'error.account-disabled' : 'error.sign-in'),
    );
  return withSession(
    localPath(url.searchParams.get('dalej'), result.isOfficial ? to.office() : to.home()),
    result.secret,
    { device: result.device, shared: form.value.shared },
  );
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'sign-in.title');

export default function SignIn() {
  const { next, demo, ...times } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('nav.home'), to: to.home() }, { label: t('sign-in.title') }]}>
      <PageHead title={t('sign-in.title')} lead={t('sign-in.lead')} />
      <Form failure={failure}>
        <TextField
          name="email"
          max={bounds.email}
          label={t('person.email')}
          type="email"
          inputMode="email"
          autoComplete="username"
        />
        <TextField
          name="password"
          max={bounds.password}
          label={t('person.password')}
          type="password"
          autoComplete="current-password"
        />
        <CheckField
          name="shared"
          label={t('sign-in.shared')}
          note={t('sign-in.shared-note', { minutes: times.sharedMinutes, hours: times.longestSharedHours })}
        />
        <SubmitRow>
          <Submit>{t('nav.sign-in')}</Submit>
          <a href={to.forgotPassword()}>{t('sign-in.forgot')}</a>
        </SubmitRow>
      </Form>
      <p className="mt-4">
        {t('sign-in.no-account')} <a href={to.register(next ? { dalej: next } : {})}>{t('register.title')}</a>
      </p>
      <p>
        {t('register.link.ask')} <a href={to.signInLink(next ? { dalej: next } : {})}>{t('register.link.title')}</a>
      </p>
      {demo.length > 0 ? <DemoAccounts accounts={demo} /> : null}
    </Page>
  );
}

/** Anybody may look at the demonstration from every side. */
function DemoAccounts({ accounts }: { accounts: readonly DemoAccount[] }) {
  const t = useT();
  return (
    <section className="section" aria-labelledby="h-demo">
      <h2 id="h-demo">{t('sign-in.demo')}</h2>
      <p className="note">{t('sign-in.demo-note', { password: demoPassword })}</p>
      <dl className="kv kv--stack">
        {accounts.map(({ email, role }) => (
          <div className="kv-row" key={email}>
            <dt>{t(`sign-in.demo.${role}`)}</dt>
            <dd>{email}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
