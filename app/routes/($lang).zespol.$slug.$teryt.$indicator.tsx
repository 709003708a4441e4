import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { parseForm } from '#app/http/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { requiredEvidence } from '#app/monitoring/answer-rules.ts';
import { answerCodingForm } from '#app/monitoring/answer-coding-form.server.ts';
import { codingSchema } from '#app/monitoring/coding-input.ts';
import { CodingView } from '#app/monitoring/coding-view.tsx';
import { getCodingPage } from '#app/monitoring/team-queries.server.ts';

const cell = (params: Record<string, string | undefined>) => ({ slug: params.slug ?? '', teryt: params.teryt ?? '', indicator: params.indicator ?? '' });

export const loader = handler(async ({ request, params, db, locale }) => {
  const viewer = await requireTeamMember(request);
  const page = await getCodingPage(db, { viewer, ...cell(params) });
  return { edition: locale === 'pl' ? page.edition.titlePl : page.edition.titleEn, page };
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireTeamMember(request);
  const answer = await answerCodingForm(db, { viewer, ...cell(params), parsed: parseForm(await readForm(request), codingSchema) });
  if (answer.kind === 'shown') return data(answer.shown, { status: answer.status });
  const { slug, teryt, indicator } = cell(params);
  const target = answer.next ? to.coding(slug, teryt, answer.next) : answer.kind === 'saved-last' ? to.teamUnit(slug, teryt) : to.coding(slug, teryt, indicator);
  return seeOther(`${target}?info=coding-saved`);
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.page.indicator.id ?? ''}, ${loaded?.page.municipality.name ?? ''}: ${loaded?.edition ?? ''} – Paragraf` },
];

export default function Coding() {
  const { edition, page } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const { coding, indicator } = page;
  const have = coding?.evidence.length ?? 0;
  const need = requiredEvidence(indicator, coding?.state ?? 'scored');
  const { slug } = page.edition;
  const crumbs = [
    { label: t('monitoring.desk'), to: to.team() }, { label: edition, to: to.teamEdition(slug) },
    { label: page.municipality.name, to: to.teamUnit(slug, page.municipality.teryt) }, { label: indicator.id },
  ];
  return (
    <Page crumbs={crumbs}>
      <CodingView
        page={page} failure={shown?.failure ?? null} conflict={shown?.conflict ?? null} have={have} need={need}
        rows={shown?.rows ?? Math.max(need, have + 1)} revision={shown?.revision ?? coding?.revision ?? 0}
      />
    </Page>
  );
}
