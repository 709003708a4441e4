import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, Submit, SubmitRow } from '#app/components/form.tsx';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { useT } from '#app/i18n/context.tsx';
import { acceptInvitation, type AcceptProblem } from '#app/monitoring/fieldwork/accept-invitation.server.ts';
import { inspectInvitation } from '#app/monitoring/fieldwork/invite.server.ts';

export const loader = handler(async ({ request, params, db, t }) => {
  await requireViewer(request);
  const invitation = await inspectInvitation(db, { secret: params.secret ?? '' });
  return {
    invitation,
    title:
      invitation.state === 'open'
        ? t('fieldwork.invitation.title', { team: invitation.team })
        : t('fieldwork.invitation.gone'),
  };
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireViewer(request);
  const result = await acceptInvitation(db, { viewer, secret: params.secret ?? '' });
  return result.ok ? seeOther(`${to.team()}?info=team-joined`) : data({ code: result.error.code }, { status: 409 });
});

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title ?? ''} – Paragraf` }];

export default function Invitation() {
  const { invitation, title } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const t = useT();
  const code: AcceptProblem | null = refusal?.code ?? (invitation.state === 'open' ? null : invitation.state);
  return (
    <Page>
      <PageHead title={title} />
      {code ? (
        <Notice warn>
          <p>{t(`fieldwork.invitation.gone.${code}`)}</p>
        </Notice>
      ) : null}
      {invitation.state === 'open' ? (
        <Form>
          <p>
            {t('fieldwork.invitation.text', {
              role: t(`fieldwork.role.${invitation.role}`),
              text: t(`fieldwork.role.${invitation.role}.text`),
            })}
          </p>
          <p className="note">{t('fieldwork.invitation.for', { email: invitation.email })}</p>
          <SubmitRow>
            <Submit>{t('fieldwork.invitation.accept')}</Submit>
          </SubmitRow>
        </Form>
      ) : null}
    </Page>
  );
}
