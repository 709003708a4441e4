import { Polish } from '#app/components/polish.tsx';
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { confirmGuestFiling, findGuestFiling, findSpentLink } from '#app/drafting/register/guest-filing.server.ts';
import { renewGuestLink } from '#app/drafting/register/renew-guest-link.server.ts';
import { Form, Submit, SubmitRow } from '#app/components/form.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { AppError } from '#app/errors/app-error.ts';
import { formValues } from '#app/forms/form.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { getViewer } from '#app/http/session.server.ts';
import { gone, withSession } from '#app/http/sign-in.server.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { formatDateTime } from '#app/i18n/dates.ts';
import { pageTitle } from '#app/people/page-title.ts';
import { startGuestSession } from '#app/people/start-guest-session.server.ts';

/** Looking confirms nothing: mail scanners open links. */
export const loader = handler(async ({ db, params, to }) => {
  const secret = params.token ?? '';
  const waiting = await findGuestFiling(db, { secret });
  if (waiting) return { waiting, until: null };
  const spent = await findSpentLink(db, { secret });
  // A second click shows the receipt, on whatever device.
  if (spent?.kind === 'filed') throw seeOther(`${to.filing(spent.slug, spent.number)}?info=filing-filed`);
  return gone({ waiting, until: spent?.until ?? null });
});

export const action = handler(async ({ request, db, params, to }) => {
  const secret = params.token ?? '';
  if (formValues(await readForm(request)).intent?.[0] === 'renew') {
    const renewed = await renewGuestLink(db, { secret });
    if (renewed.ok) return seeOther(`${to.consultations()}?info=guest-link-sent`);
    if (renewed.error.code === 'too-many')
      throw new AppError('too-many', 'guest-letter', { seconds: renewed.error.seconds });
    return seeOther(to.guestConfirm(secret));
  }
  const result = await confirmGuestFiling(db, { secret });
  // The page itself says what became of the link.
  if (!result.ok) return seeOther(to.guestConfirm(params.token ?? ''));
  const { slug, number, userId, isGuest } = result.value;
  const path = `${to.filing(slug, number)}?info=filing-filed`;
  // The link proves the mailbox, which is all a guest has to sign in with. An account with a password asks for it.
  if (!isGuest || (await getViewer(request))) return seeOther(path);
  return withSession(path, await startGuestSession(db, { userId, userAgent: request.headers.get('User-Agent') }));
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'register.confirm.title');

export default function ConfirmRemark() {
  const { waiting, until } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const locale = useLocale();
  if (!waiting && until)
    return (
      <Page>
        <PageHead
          title={t('register.confirm.expired-title')}
          lead={t('register.confirm.expired', { until: formatDateTime(locale, until) })}
        />
        <Form>
          <SubmitRow>
            <Submit name="intent" value="renew">
              {t('register.confirm.renew')}
            </Submit>
          </SubmitRow>
        </Form>
      </Page>
    );
  if (!waiting) {
    return (
      <Page>
        <PageHead title={t('link.over-title')} lead={t('register.confirm.over')} />
        <p className="actions">
          <a className="btn" href={to.signInLink()}>
            {t('register.link.title')}
          </a>
          <a className="tap" href={to.consultations()}>
            {t('nav.consultations')}
          </a>
        </p>
      </Page>
    );
  }
  return (
    <Page>
      <PageHead
        title={t('register.confirm.title')}
        lead={t('register.confirm.lead', { title: waiting.title, at: formatDateTime(locale, waiting.sentAt) })}
      />
      <div className="stack w-40">
        {waiting.reasons.map((reason, at) => (
          <p className="quote" key={at}>
            <Polish>{reason}</Polish>
          </p>
        ))}
        {waiting.files.length > 0 ? <p>{t('attachment.waiting', { names: waiting.files.join(', ') })}</p> : null}
        <p className="by">{t('drafting.propose.as', { name: waiting.name })}</p>
        <Form>
          <SubmitRow>
            <Submit>{t('register.confirm.submit')}</Submit>
          </SubmitRow>
        </Form>
      </div>
    </Page>
  );
}
