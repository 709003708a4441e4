import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, refuseForNow, seeOther } from '#app/http/responses.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { maxWebhooks } from '#app/openness/webhooks/events.ts';
import { createWebhook } from '#app/openness/webhooks/manage-webhook.server.ts';
import { listWebhooks } from '#app/openness/webhooks/webhook-queries.server.ts';
import { webhookForm } from '#app/openness/webhooks/webhook-rules.ts';
import { WebhookForm, WebhookList } from '#app/openness/webhooks/webhook-views.tsx';
import { pageTitle } from '#app/people/page-title.ts';

const teryt = z.string().regex(/^\d{7}$/);

export const loader = handler(async ({ request, db, url }) =>
  listWebhooks(db, {
    viewer: await requireViewer(request),
    teryt: teryt.nullable().catch(null).parse(url.searchParams.get('gmina')),
  }),
);

export const action = handler(async ({ request, db, to }) => {
  const viewer = await requireViewer(request);
  const form = parseForm(await readForm(request), webhookForm.extend({ teryt }));
  if (!form.ok) return refuse(form.failure);
  const made = await createWebhook(db, { viewer, ...form.value });
  if (made.ok) return seeOther(`${to.webhook(made.value.id)}?info=webhook-created`);
  if (made.error.code === 'too-many') return refuseForNow(form.values, 'url', made.error.seconds);
  if (made.error.code === 'private') return refuse(fieldFailure(form.values, 'url', 'openness.error.private'));
  return refuse(fieldFailure(form.values, 'url', 'openness.error.too-many-webhooks', { max: maxWebhooks }), 409);
});

export const meta: MetaFunction = ({ location }) => pageTitle(location, 'openness.webhooks');

export default function Webhooks() {
  const { places, webhooks } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('office.title'), to: to.office() }, { label: t('openness.webhooks') }]}>
      <PageHead title={t('openness.webhooks')} lead={t('openness.webhooks.lead')} />
      <WebhookList webhooks={webhooks} />
      {places.map((place) => (
        <WebhookForm key={place.teryt} place={place} failure={failure} />
      ))}
    </Page>
  );
}
