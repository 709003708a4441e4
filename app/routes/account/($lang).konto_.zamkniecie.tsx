import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit, SubmitRow, TextField } from '#app/components/form.tsx';
import { Page, PageHead, Section } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, refuseForNow } from '#app/http/responses.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { withoutSession } from '#app/http/sign-in.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { closeAccount } from '#app/account/closing/close-account.server.ts';
import { loadClosingPage } from '#app/account/closing/closing-page.server.ts';
import { DutySection, WhatGoes } from '#app/account/closing/closing-view.tsx';
import { pageTitle } from '#app/people/page-title.ts';
import { hasPassword } from '#app/people/has-password.server.ts';
import { closingForm, closingWithPassword } from '#app/people/schema.ts';

export const loader = handler(async ({ request, db }) => loadClosingPage(db, { viewer: await requireViewer(request) }));

export const action = handler(async ({ request, db, to }) => {
  const viewer = await requireViewer(request);
  const form = parseForm(
    await readForm(request),
    (await hasPassword(db, { viewer })) ? closingWithPassword : closingForm,
  );
  if (!form.ok) return refuse(form.failure);
  const result = await closeAccount(db, { viewer, password: form.value.oldPassword });
  if (result.ok) return withoutSession(`${to.home()}?info=account-closed`);
  if (result.error.code === 'too-many') return refuseForNow(form.values, 'oldPassword', result.error.seconds);
  return refuse(
    fieldFailure(form.values, 'oldPassword', result.error.code === 'duties' ? 'error.duties' : 'error.old-password'),
    result.error.code === 'duties' ? 409 : 400,
  );
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'closing.title');

export default function Closing() {
  const page = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  const blocked = page.duties.some(({ blocks }) => blocks);
  return (
    <Page
      crumbs={[
        { label: t('nav.home'), to: to.home() },
        { label: t('nav.account'), to: to.account() },
        { label: t('closing.title') },
      ]}
    >
      <PageHead title={t('closing.title')} lead={t('closing.lead')}>
        <p>
          <a className="tap" href={to.ownData()}>
            {t('account.data-get')}
          </a>
        </p>
      </PageHead>
      <DutySection duties={page.duties} />
      <WhatGoes open={page.open} />
      {blocked ? null : (
        <Section id="potwierdzenie" title={t('account.close-go')}>
          <Form failure={failure}>
            {page.withPassword ? (
              <TextField
                name="oldPassword"
                max={bounds.password}
                label={t('person.old-password')}
                type="password"
                autoComplete="current-password"
              />
            ) : null}
            <SubmitRow>
              <Submit>{t('closing.submit')}</Submit>
            </SubmitRow>
          </Form>
        </Section>
      )}
    </Page>
  );
}
