import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler, type Context } from '#app/http/handlers.server.ts';
import { refuse, refuseForNow, seeOther } from '#app/http/responses.server.ts';
import { requireViewer, sessionSecret } from '#app/http/session.server.ts';
import { withoutSession } from '#app/http/sign-in.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { paths } from '#app/i18n/paths.ts';
import { getAccountPage } from '#app/account/account-queries.server.ts';
import {
  AskedSection,
  GuestSection,
  OwnSections,
  PasswordSection,
  ProfileSection,
  RemarksSection,
  RolesSection,
  SessionsSection,
  Unconfirmed,
} from '#app/account/account-sections.tsx';
import { changePassword } from '#app/people/change-password.server.ts';
import { endOwnSession, endOwnSessions } from '#app/people/end-session.server.ts';
import { pageTitle } from '#app/people/page-title.ts';
import { resendConfirmation } from '#app/people/resend-confirmation.server.ts';
import { endSessionForm, passwordChangeForm, profileForm } from '#app/people/schema.ts';
import { updateProfile } from '#app/people/update-profile.server.ts';
import type { Viewer } from '#app/people/viewer.ts';

export const loader = handler(async ({ request, db, locale }) => {
  const viewer = await requireViewer(request);
  const page = await getAccountPage(db, { viewer, sessionSecret: (await sessionSecret(request)) ?? '' });
  return { page, locale, now: new Date() };
});

export const action = handler(async (context) => {
  const viewer = await requireViewer(context.request);
  const form = await readForm(context.request);
  switch (form.get('intent')) {
    case 'profile':
      return saveProfile(context, viewer, form);
    case 'password':
      return savePassword(context, viewer, form);
    case 'end-session':
      return finishSession(context, viewer, form);
    case 'end-all':
      await endOwnSessions(context.db, { viewer });
      return withoutSession(`${context.to.signIn()}?info=sessions-ended`);
    case 'resend':
      await resendConfirmation(context.db, { viewer });
      return seeOther(`${context.to.account()}?info=confirmation-sent`);
    default:
      throw new AppError('bad-request', 'unknown intent');
  }
});

async function saveProfile({ db }: Context, viewer: Viewer, data: FormData) {
  const form = parseForm(data, profileForm);
  if (!form.ok) return refuse(form.failure);
  const result = await updateProfile(db, { viewer, ...form.value });
  if (!result.ok) return refuse(fieldFailure(form.values, 'displayName', result.error.key));
  return seeOther(`${paths(form.value.locale).account()}?info=profile-saved`);
}

async function savePassword({ request, db, to }: Context, viewer: Viewer, data: FormData) {
  const form = parseForm(data, passwordChangeForm);
  if (!form.ok) return refuse(form.failure);
  const result = await changePassword(db, {
    viewer,
    ...form.value,
    sessionSecret: (await sessionSecret(request)) ?? '',
  });
  if (result.ok) return seeOther(`${to.account()}?info=password-changed`);
  if (result.error.code === 'old-password')
    return refuse(fieldFailure(form.values, 'oldPassword', 'error.old-password'));
  if (result.error.code === 'too-many') return refuseForNow(form.values, 'oldPassword', result.error.seconds);
  return refuse(fieldFailure(form.values, 'password', result.error.key));
}

async function finishSession({ db, to }: Context, viewer: Viewer, data: FormData) {
  const form = parseForm(data, endSessionForm);
  if (!form.ok) throw new AppError('bad-request', 'no session named');
  await endOwnSession(db, { viewer, sessionId: form.value.session });
  return seeOther(`${to.account()}?info=session-ended`);
}

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'nav.account');

export default function Account() {
  const { page, now } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('nav.home'), to: to.home() }, { label: t('nav.account') }]}>
      <PageHead title={page.displayName} lead={page.email} />
      {page.verified ? null : <Unconfirmed email={page.email} />}
      <AskedSection asked={page.asked} now={now} />
      <RemarksSection remarks={page.remarks} />
      <RolesSection roles={page.roles} />
      <ProfileSection page={page} failure={failure} />
      {page.isGuest ? <GuestSection /> : <PasswordSection failure={failure} />}
      <SessionsSection sessions={page.sessions} />
      <Section id="programy" title={t('openness.tokens')}>
        <p>{t('openness.tokens.note')}</p>
        <p className="mt-3">
          <a href={to.tokens()}>{t('openness.tokens.manage')}</a>
        </p>
      </Section>
      <OwnSections page={page} />
    </Page>
  );
}
