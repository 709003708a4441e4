import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { editionTitle } from '#app/monitoring/cards/edition-title.ts';
import { Page } from '#app/components/page-parts.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { localeOfPath } from '#app/i18n/locale.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { toStateAndLevel } from '#app/monitoring/fieldwork/coding-input.ts';
import { adjudicate } from '#app/monitoring/fieldwork/adjudicate.server.ts';
import { getAdjudicationPage } from '#app/monitoring/fieldwork/adjudication-page.server.ts';
import { AdjudicationView } from '#app/monitoring/fieldwork/adjudication-view.tsx';
import { decisionComplaint } from '#app/monitoring/fieldwork/decision-complaint.ts';

export const loader = handler(async ({ request, params, url, db, t }) => {
  const viewer = await requireTeamMember(request);
  const asked = { teryt: url.searchParams.get('gmina'), indicator: url.searchParams.get('pytanie') };
  return {
    title: t('fieldwork.adjudication.title'),
    page: await getAdjudicationPage(db, { viewer, slug: params.slug ?? '', ...asked }),
  };
});

const schema = z.object({
  gmina: z.string().regex(/^\d{7}$/),
  pytanie: z.string().max(40),
  answer: z
    .string('fieldwork.adjudication.error.answer')
    .regex(/^(-?\d+|withheld|not_applicable|not_assessed)$/, 'fieldwork.adjudication.error.answer'),
  reason: z.string().trim().max(bounds.codingReason),
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  const form = parseForm(await readForm(request), schema);
  if (!form.ok) return refuse(form.failure);
  const { gmina, pytanie, answer, reason } = form.value;
  const result = await adjudicate(db, {
    viewer,
    slug,
    teryt: gmina,
    indicator: pytanie,
    reason,
    ...toStateAndLevel(answer),
  });
  if (result.ok) return seeOther(`${to.adjudication(slug)}?info=adjudicated`);
  const { code } = result.error;
  return refuse(
    fieldFailure(form.values, ...decisionComplaint(code, 'fieldwork.adjudication.error')),
    code === 'decided' || code === 'published' || code === 'not-ready' ? 409 : 400,
  );
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: data
      ? `${data.title}. ${editionTitle(localeOfPath(location.pathname), data.page.edition)} – Paragraf`
      : 'Paragraf',
  },
];

export default function Adjudication() {
  const { title, page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const locale = useLocale();
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('monitoring.desk'), to: to.team() },
        { label: editionTitle(locale, page.edition), to: to.teamEdition(page.edition.slug) },
        { label: title },
      ]}
    >
      <AdjudicationView page={page} failure={refusal?.failure ?? null} />
    </Page>
  );
}
