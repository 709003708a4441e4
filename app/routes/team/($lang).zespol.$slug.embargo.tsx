import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { editionTitle } from '#app/monitoring/cards/edition-title.ts';
import { Page } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, formValues, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { waitMessage } from '#app/limits/wait.ts';
import { createEmbargoLink } from '#app/monitoring/publication/create-embargo-link.server.ts';
import { EmbargoLinksView } from '#app/monitoring/publication/embargo-views.tsx';
import { getReleaseDesk } from '#app/monitoring/publication/release-desk.server.ts';
import { revokeEmbargoLink } from '#app/monitoring/publication/revoke-embargo-link.server.ts';
import { emailField } from '#app/people/schema.ts';

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireTeamMember(request);
  return { title: t('publication.embargo.links'), desk: await getReleaseDesk(db, { viewer, slug: params.slug ?? '' }) };
});

const schema = z.object({
  name: z.string().trim().min(2).max(bounds.guestName),
  outlet: z.string().trim().max(bounds.outletName),
  email: emailField,
  locale: z.enum(['pl', 'en']),
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  const form = await readForm(request);
  const { intent, link } = formValues(form);
  if (intent?.[0] === 'revoke') {
    const result = await revokeEmbargoLink(db, { viewer, slug, id: link?.[0] ?? '' });
    return result.ok
      ? seeOther(`${to.embargoLinks(slug)}?info=embargo-revoked`)
      : data({ problem: result.error.code, failure: null }, { status: 409 });
  }
  const parsed = parseForm(form, schema);
  if (!parsed.ok) return data({ problem: null, failure: parsed.failure }, { status: 400 });
  const result = await createEmbargoLink(db, { viewer, slug, ...parsed.value });
  if (result.ok) return seeOther(`${to.embargoLinks(slug)}?info=embargo-sent`);
  if (result.error.code === 'already-invited')
    return data(
      { problem: null, failure: fieldFailure(parsed.values, 'email', 'publication.error.invited') },
      { status: 409 },
    );
  if (result.error.code === 'name')
    return data(
      { problem: null, failure: fieldFailure(parsed.values, result.error.field, result.error.key) },
      { status: 400 },
    );
  if (result.error.code === 'too-many')
    return data(
      { problem: null, failure: { values: parsed.values, errors: { email: [waitMessage(result.error.seconds)] } } },
      { status: 429, headers: { 'Retry-After': String(result.error.seconds) } },
    );
  return data({ problem: result.error.code, failure: null }, { status: 409 });
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: data ? `${data.title}. ${editionTitle(localeOfPath(location.pathname), data.desk)} – Paragraf` : 'Paragraf',
  },
];

export default function EmbargoLinks() {
  const { title, desk } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('monitoring.desk'), to: to.team() },
        { label: editionTitle(locale, desk), to: to.publishEdition(desk.slug) },
        { label: title },
      ]}
    >
      <EmbargoLinksView desk={desk} failure={refusal?.failure ?? null} problem={refusal?.problem ?? null} />
    </Page>
  );
}
