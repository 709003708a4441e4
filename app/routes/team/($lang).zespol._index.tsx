import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { listDesk } from '#app/monitoring/fieldwork/team-queries.server.ts';
import { TeamDesk } from '#app/monitoring/pages/team-views.tsx';

export const loader = handler(async ({ request, db, t }) => {
  const viewer = await requireTeamMember(request);
  return { title: t('monitoring.desk'), teams: await listDesk(db, { viewer }) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Paragraf` }];

export default function Desk() {
  const { teams } = useLoaderData<typeof loader>();
  return (
    <Page>
      <TeamDesk teams={teams} />
    </Page>
  );
}
