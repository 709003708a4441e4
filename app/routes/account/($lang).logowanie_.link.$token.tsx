import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Form, Submit, SubmitRow } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { localPath, seeOther } from '#app/http/responses.server.ts';
import { gone, withSession } from '#app/http/sign-in.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { inspectToken } from '#app/people/email-token.server.ts';
import { pageTitle } from '#app/people/page-title.ts';
import { signInByLink } from '#app/people/sign-in-by-link.server.ts';

/** Looking spends nothing: mail scanners open links. */
export const loader = handler(async ({ db, params, url }) => {
  const token = await inspectToken(db, { secret: params.token ?? '', purpose: 'guest-sign-in' });
  const next = localPath(url.searchParams.get('dalej'), '');
  return token.state === 'valid' ? { name: token.displayName, next } : gone({ name: null, next });
});

export const action = handler(async ({ request, url, db, params, to }) => {
  const next = localPath(url.searchParams.get('dalej'), to.account());
  const result = await signInByLink(db, { secret: params.token ?? '', userAgent: request.headers.get('User-Agent') });
  return result.ok ? withSession(next, result.secret) : seeOther(to.signInByLink(params.token ?? '', next));
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'register.link.title');

export default function EnterByLink() {
  const { name, next } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  if (name === null) {
    return (
      <Page>
        <PageHead title={t('link.over-title')} lead={t('register.link.over')} />
        <p className="actions">
          <a className="btn" href={to.signInLink({ dalej: next })}>
            {t('register.link.submit')}
          </a>
        </p>
      </Page>
    );
  }
  return (
    <Page>
      <PageHead title={t('register.link.enter', { name })} lead={t('register.link.enter-lead')} />
      <Form>
        <SubmitRow>
          <Submit>{t('register.link.enter-submit')}</Submit>
        </SubmitRow>
      </Form>
    </Page>
  );
}
