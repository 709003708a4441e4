import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Form, Submit, SubmitRow } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { getViewer } from '#app/http/session.server.ts';
import { gone } from '#app/http/sign-in.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { confirmEmail } from '#app/people/confirm-email.server.ts';
import { inspectToken } from '#app/people/email-token.server.ts';
import { pageTitle } from '#app/people/page-title.ts';

/** Looking spends nothing: mail scanners open links. */
export const loader = handler(async ({ db, params }) => {
  const token = await inspectToken(db, { secret: params.token ?? '', purpose: 'confirm-email' });
  if (token.state === 'valid') return { state: token.state, email: token.email };
  return token.state === 'used' ? { state: token.state, email: '' } : gone({ state: 'over' as const, email: '' });
});

export const action = handler(async ({ request, db, params, to }) => {
  const result = await confirmEmail(db, { secret: params.token ?? '' });
  // The page itself says what became of the link.
  if (!result.ok) return seeOther(to.confirmEmail(params.token ?? ''));
  const viewer = await getViewer(request);
  return seeOther(
    viewer?.id === result.userId ? `${to.account()}?info=email-confirmed` : `${to.signIn()}?info=email-confirmed`,
  );
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'confirm.title');

export default function Confirm() {
  const { state, email } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  if (state === 'valid') {
    return (
      <Page>
        <PageHead title={t('confirm.title')} lead={t('confirm.lead', { email })} />
        <Form>
          <SubmitRow>
            <Submit>{t('confirm.submit')}</Submit>
          </SubmitRow>
        </Form>
      </Page>
    );
  }
  return (
    <Page>
      <PageHead
        title={t(state === 'used' ? 'confirm.used-title' : 'link.over-title')}
        lead={t(state === 'used' ? 'confirm.used-lead' : 'confirm.over-lead')}
      />
      <p className="actions">
        <a className="btn" href={state === 'used' ? to.signIn() : to.account()}>
          {t('nav.sign-in')}
        </a>
      </p>
    </Page>
  );
}
