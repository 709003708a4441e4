import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Page } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, refuseForNow, seeOther } from '#app/http/responses.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { getPressTitle } from '#app/monitoring/press/press-title.server.ts';
import { PressView } from '#app/monitoring/press/press-views.tsx';
import { subscribePress } from '#app/monitoring/press/subscribe-press.server.ts';
import { emailField } from '#app/people/schema.ts';

export const loader = handler(async ({ db, params, locale, t }) => {
  const slug = params.slug ?? '';
  return { title: t('publication.press'), slug, edition: (await getPressTitle(db, { slug }))[locale] };
});

export const action = handler(async ({ request, db, params, locale, to }) => {
  const parsed = parseForm(await readForm(request), z.object({ email: emailField }));
  if (!parsed.ok) return refuse(parsed.failure);
  const asked = await subscribePress(db, { slug: params.slug ?? '', email: parsed.value.email, locale });
  if (!asked.ok) return refuseForNow(parsed.values, 'email', asked.error.seconds);
  return seeOther(`${to.press(params.slug ?? '')}?info=press-asked`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''}: ${data?.edition ?? ''} – Paragraf` },
];

export default function Press() {
  const { title, slug, edition } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('nav.scorecards'), to: to.editions() },
        { label: edition, to: to.edition(slug) },
        { label: title },
      ]}
    >
      <PressView title={edition} failure={refusal?.failure ?? null} />
    </Page>
  );
}
