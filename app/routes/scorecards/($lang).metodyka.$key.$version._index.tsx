import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { findBridge } from '#app/monitoring/bridge/bridges.server.ts';
import { getMethodology } from '#app/monitoring/access/methodologies.server.ts';
import { MethodologyView } from '#app/monitoring/pages/methodology-view.tsx';
import { workedSum } from '#app/monitoring/cards/worked-sum.ts';

export const loader = handler(async ({ db, params, url, locale }) => {
  const version = { key: params.key ?? '', version: params.version ?? '' };
  const { methodology, hash, editions } = await getMethodology(db, version);
  const bridge = await findBridge(db, version);
  return {
    title: methodology.title[locale],
    methodology,
    hash,
    editions,
    bridge,
    sum: workedSum(methodology),
    allOpen: url.searchParams.get('widok') === 'pelny',
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Paragraf` }];

export default function MethodologyPage() {
  const { title: _, ...data } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('nav.scorecards'), to: to.editions() }, { label: t('monitoring.method') }]}>
      <MethodologyView {...data} />
    </Page>
  );
}
