import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editionTitle } from '#app/monitoring/cards/edition-title.ts';
import { Page } from '#app/components/page-parts.tsx';
import { readForm } from '#app/http/body.server.ts';
import { formValues } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { findBarred } from '#app/monitoring/fieldwork/barred-page.server.ts';
import { BarredView } from '#app/monitoring/fieldwork/barred-view.tsx';
import { handIn } from '#app/monitoring/fieldwork/hand-in.server.ts';
import { getUnit } from '#app/monitoring/fieldwork/team-queries.server.ts';
import { UnitView } from '#app/monitoring/pages/team-views.tsx';

const place = (params: Record<string, string | undefined>) => ({ slug: params.slug ?? '', teryt: params.teryt ?? '' });

export const loader = handler(async ({ request, params, db, locale }) => {
  const viewer = await requireTeamMember(request);
  const barred = await findBarred(db, { viewer, ...place(params) });
  if (barred) {
    return data(
      {
        edition: editionTitle(locale, barred.edition),
        slug: barred.edition.slug,
        name: barred.barred.municipality.name,
        barred: barred.barred,
        unit: null,
      },
      { status: 403 },
    );
  }
  const unit = await getUnit(db, { viewer, ...place(params) });
  return data({
    edition: editionTitle(locale, unit.edition),
    slug: unit.edition.slug,
    name: unit.municipality.name,
    barred: null,
    unit,
  });
});

export const action = handler(async ({ request, params, db, to, t }) => {
  const viewer = await requireTeamMember(request);
  const { slug, teryt } = place(params);
  const area = formValues(await readForm(request)).area?.[0] ?? '';
  const result = await handIn(db, { viewer, slug, teryt, area });
  if (result.ok) return seeOther(`${to.teamUnit(slug, teryt)}?info=handed-in`);
  const { error } = result;
  const problem =
    error.code === 'missing'
      ? t('fieldwork.hand-in.missing', { codes: error.indicators.join(', ') })
      : t(`fieldwork.hand-in.error.${error.code}`);
  return data({ problem }, { status: 409 });
});

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.name ?? ''}, ${page?.edition ?? ''} – Paragraf` },
];

export default function UnitBoard() {
  const { edition, slug, name, barred, unit } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? null;
  const t = useT();
  const to = usePaths();
  return (
    <Page
      crumbs={[
        { label: t('monitoring.desk'), to: to.team() },
        { label: edition, to: to.teamEdition(slug) },
        { label: name },
      ]}
    >
      {barred ? <BarredView barred={barred} /> : null}
      {unit ? <UnitView unit={unit} problem={problem} /> : null}
    </Page>
  );
}
