import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editionTitle } from '#app/monitoring/cards/edition-title.ts';
import { Page } from '#app/components/page-parts.tsx';
import { bodyLimits, readForm } from '#app/http/body.server.ts';
import { formFiles } from '#app/forms/form-files.server.ts';
import { parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { requiredEvidence } from '#app/monitoring/methodology/answer-rules.ts';
import { answerCodingForm } from '#app/monitoring/fieldwork/answer-coding-form.server.ts';
import { codingSchema } from '#app/monitoring/fieldwork/coding-input.ts';
import { CodingView } from '#app/monitoring/pages/coding-view.tsx';
import { findBarred } from '#app/monitoring/fieldwork/barred-page.server.ts';
import { getCodingPage } from '#app/monitoring/fieldwork/team-queries.server.ts';

/** Drafts, the queue for bad signal and the keys; everything works without. */
export const handle = { scripts: true };

const cell = (params: Record<string, string | undefined>) => ({
  slug: params.slug ?? '',
  teryt: params.teryt ?? '',
  indicator: params.indicator ?? '',
});

export const loader = handler(async ({ request, params, db, to, locale }) => {
  const viewer = await requireTeamMember(request);
  const { slug, teryt, indicator } = cell(params);
  // The page of the municipality shows the declaration that closes it.
  if (await findBarred(db, { viewer, slug, teryt })) throw seeOther(to.teamUnit(slug, teryt));
  const page = await getCodingPage(db, { viewer, slug, teryt, indicator });
  return { edition: editionTitle(locale, page.edition), owner: viewer.id, page };
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireTeamMember(request);
  const form = await readForm(request, bodyLimits.evidence);
  const answer = await answerCodingForm(db, {
    viewer,
    ...cell(params),
    parsed: parseForm(form, codingSchema),
    uploads: await formFiles(form),
  });
  if (answer.kind === 'shown') return data(answer.shown, { status: answer.status });
  const { slug, teryt, indicator } = cell(params);
  const target = answer.next
    ? to.coding(slug, teryt, answer.next)
    : answer.kind === 'saved-last'
      ? to.teamUnit(slug, teryt)
      : to.coding(slug, teryt, indicator);
  return seeOther(`${target}?info=coding-saved`);
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const name = loaded ? `${loaded.page.indicator.id}, ${loaded.page.municipality.name}` : '';
  return [{ title: `${name}: ${loaded?.edition ?? ''} – Paragraf` }];
};

export default function Coding() {
  const { edition, owner, page } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const desk = { label: t('monitoring.desk'), to: to.team() };
  const {
    coding,
    indicator,
    municipality: { teryt, name },
    edition: { slug },
  } = page;
  const have = coding?.evidence.length ?? 0;
  const need = requiredEvidence(indicator, coding?.state ?? 'scored');
  const revision = shown?.revision ?? coding?.revision ?? 0;
  const address = to.coding(slug, teryt, indicator.id);
  const device = {
    owner,
    page: address,
    target: to.codingSave(slug, teryt, indicator.id),
    code: indicator.id,
    revision,
    conflictShown: shown?.conflict != null,
    next: page.next ? to.coding(slug, teryt, page.next) : to.teamUnit(slug, teryt),
    around:
      page.areas
        .find((area) => area.id === indicator.area)
        ?.cells.map((each) => to.coding(slug, teryt, each.indicator)) ?? [],
  };
  return (
    <Page
      crumbs={[
        desk,
        { label: edition, to: to.teamEdition(slug) },
        { label: name, to: to.teamUnit(slug, teryt) },
        { label: indicator.id },
      ]}
    >
      <CodingView
        page={page}
        failure={shown?.failure ?? null}
        conflict={shown?.conflict ?? null}
        have={have}
        need={need}
        files={shown?.files ?? []}
        device={device}
        rows={shown?.rows ?? Math.max(need, have + 1)}
        revision={revision}
      />
    </Page>
  );
}
