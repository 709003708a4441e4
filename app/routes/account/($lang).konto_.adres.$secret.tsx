import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit, SubmitRow } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { gone, withoutSession } from '#app/http/sign-in.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { confirmEmailChange, inspectEmailChange } from '#app/people/change-email.server.ts';
import { pageTitle } from '#app/people/page-title.ts';

/** Looking spends nothing: mail scanners open links. */
export const loader = handler(async ({ db, params }) => {
  const change = await inspectEmailChange(db, { secret: params.secret ?? '' });
  if (!change) return gone({ change: null });
  const { side, answered, other, newEmail } = change;
  // The letter to the old address does not name the new one, and neither does its page.
  return { change: { side, answered, other, email: side === 'new' ? newEmail : '' } };
});

export const action = handler(async ({ db, params, to }) => {
  const secret = params.secret ?? '';
  const result = await confirmEmailChange(db, { secret });
  if (result.ok)
    return result.changed ? withoutSession(`${to.signIn()}?info=address-changed`) : seeOther(to.emailChange(secret));
  // The page itself says what became of the link.
  if (result.error.code === 'gone') return seeOther(to.emailChange(secret));
  return refuse({ values: {}, errors: { confirm: [{ key: 'error.email-taken' }] } }, 409);
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'change-email.confirm-title');

export default function ConfirmChange() {
  const { change } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  if (!change) {
    return (
      <Page>
        <PageHead title={t('link.over-title')} lead={t('change-email.over-lead')} />
        <p className="actions">
          <a className="btn" href={to.account()}>
            {t('nav.account')}
          </a>
        </p>
      </Page>
    );
  }
  if (change.answered)
    return (
      <Page>
        <PageHead title={t('change-email.answered-title')} lead={t('change-email.answered-lead')} />
      </Page>
    );
  return (
    <Page>
      <PageHead
        title={t('change-email.confirm-title')}
        lead={t(`change-email.confirm-${change.side}`, { email: change.email })}
      />
      <Form failure={failure}>
        <p className="hint" id="f-confirm">
          {t(change.other ? 'change-email.confirm-last' : 'change-email.confirm-first')}
        </p>
        <SubmitRow>
          <Submit>{t('change-email.confirm')}</Submit>
        </SubmitRow>
      </Form>
    </Page>
  );
}
