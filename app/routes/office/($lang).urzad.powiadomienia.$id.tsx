import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { isUuid } from '#app/db/is-uuid.ts';
import { AppError } from '#app/errors/app-error.ts';
import { readForm } from '#app/http/body.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import {
  deleteWebhook,
  replayDelivery,
  switchWebhook,
  testWebhook,
} from '#app/openness/webhooks/manage-webhook.server.ts';
import { getWebhook } from '#app/openness/webhooks/webhook-queries.server.ts';
import { WebhookDetails } from '#app/openness/webhooks/webhook-views.tsx';
import { pageTitle } from '#app/people/page-title.ts';

export const loader = handler(async ({ request, db, params }) => ({
  webhook: await getWebhook(db, { viewer: await requireViewer(request), id: params.id ?? '' }),
}));

export const action = handler(async ({ request, db, params, to }) => {
  const viewer = await requireViewer(request);
  const form = await readForm(request);
  const named = { viewer, id: params.id ?? '' };
  const done = (info: string) => seeOther(`${to.webhook(named.id)}?info=${info}`);
  switch (form.get('intent')) {
    case 'test':
      await testWebhook(db, named);
      return done('webhook-tested');
    case 'on':
    case 'off':
      await switchWebhook(db, { ...named, on: form.get('intent') === 'on' });
      return done('webhook-switched');
    case 'replay': {
      const delivery = String(form.get('delivery') ?? '');
      if (!isUuid(delivery)) throw new AppError('bad-request', 'no message named');
      await replayDelivery(db, { ...named, delivery });
      return done('webhook-replayed');
    }
    case 'delete':
      await deleteWebhook(db, named);
      return seeOther(`${to.webhooks()}?info=webhook-deleted`);
    default:
      throw new AppError('bad-request', 'unknown intent');
  }
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'openness.webhooks');

export default function Webhook() {
  const { webhook } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('office.title'), to: to.office() },
        { label: t('openness.webhooks'), to: to.webhooks(webhook.teryt) },
        { label: t('openness.webhook.one') },
      ]}
    >
      <PageHead
        kind={webhook.municipality}
        title={t('openness.webhook.one')}
        lead={<span className="break">{webhook.url}</span>}
      />
      <WebhookDetails webhook={webhook} />
    </Page>
  );
}
