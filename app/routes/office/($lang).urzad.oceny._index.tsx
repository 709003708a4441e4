import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { OfficeListView } from '#app/monitoring/fieldwork/office-list-view.tsx';
import { listOfficeRounds } from '#app/monitoring/fieldwork/office-round.server.ts';

export const loader = handler(async ({ request, db, t }) => {
  const viewer = await requireOfficial(request);
  return { title: t('fieldwork.office.list'), rounds: await listOfficeRounds(db, { viewer }) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Paragraf` }];

export default function OfficeRounds() {
  const { title, rounds } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('nav.office'), to: to.office() }, { label: title }]}>
      <OfficeListView rounds={rounds} />
    </Page>
  );
}
