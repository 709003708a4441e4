import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { getUnit } from '#app/monitoring/team-queries.server.ts';
import { UnitView } from '#app/monitoring/team-views.tsx';

export const loader = handler(async ({ request, params, db, locale }) => {
  const viewer = await requireTeamMember(request);
  const unit = await getUnit(db, { viewer, slug: params.slug ?? '', teryt: params.teryt ?? '' });
  return { edition: locale === 'pl' ? unit.edition.titlePl : unit.edition.titleEn, unit };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.unit.municipality.name ?? ''}, ${data?.edition ?? ''} – Paragraf` }];

export default function UnitBoard() {
  const { edition, unit } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('monitoring.desk'), to: to.team() }, { label: edition, to: to.teamEdition(unit.edition.slug) }, { label: unit.municipality.name }]}>
      <UnitView unit={unit} />
    </Page>
  );
}
