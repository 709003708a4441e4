import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { publicOrigin } from '#app/http/settings.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { getScorecard } from '#app/monitoring/edition-queries.server.ts';
import { editionFigures } from '#app/monitoring/edition-table.ts';
import { ScorecardView } from '#app/monitoring/scorecard-view.tsx';

export const loader = handler(async ({ db, params, url, locale, t }) => {
  const { document, hash, manifest } = await getScorecard(db, { slug: params.slug ?? '', teryt: params.teryt ?? '' });
  const editionTitle = document.edition.title[locale];
  const title = t('monitoring.card.title', { name: document.municipality.name, edition: editionTitle });
  return { title, editionTitle, document, hash, manifest, figures: editionFigures(manifest), origin: publicOrigin(url) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Paragraf` }];

export default function Scorecard() {
  const { editionTitle, ...data } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const { slug } = data.document.edition;
  return (
    <Page crumbs={[{ label: t('nav.scorecards'), to: to.editions() }, { label: editionTitle, to: to.edition(slug) }, { label: data.document.municipality.name }]}>
      <ScorecardView {...data} />
    </Page>
  );
}
