import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { EditionsView } from '#app/monitoring/pages/editions-view.tsx';
import { listEditions } from '#app/monitoring/access/edition-queries.server.ts';
import { listWithdrawnEditions } from '#app/monitoring/access/withdrawals.server.ts';
import { feedLinks } from '#app/openness/social-meta.ts';
import { listAnnounced } from '#app/monitoring/publication/announced-editions.server.ts';

export const loader = handler(async ({ db, t, to }) => ({
  title: t('monitoring.editions'),
  feeds: [{ href: to.scorecardsFeed(), title: t('feed.scorecards.title') }],
  editions: await listEditions(db),
  announced: await listAnnounced(db),
  withdrawn: await listWithdrawnEditions(db),
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} – Paragraf` },
  ...feedLinks(data?.feeds ?? []),
];

export default function Editions() {
  const { editions, announced, withdrawn } = useLoaderData<typeof loader>();
  return (
    <Page>
      <EditionsView editions={editions} announced={announced} withdrawn={withdrawn} />
    </Page>
  );
}
