import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { notFound } from '#app/errors/app-error.ts';
import { handler } from '#app/http/handlers.server.ts';
import { publicOrigin } from '#app/http/settings.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { getScorecard } from '#app/monitoring/edition-queries.server.ts';
import { IndicatorView } from '#app/monitoring/indicator-view.tsx';

export const loader = handler(async ({ db, params, url, locale }) => {
  const { document, manifest } = await getScorecard(db, { slug: params.slug ?? '', teryt: params.teryt ?? '' });
  const indicator = document.indicators.find((candidate) => candidate.id === params.indicator);
  if (!indicator) throw notFound(`no indicator ${params.indicator}`);
  return { title: `${indicator.id}, ${document.municipality.name}: ${document.edition.title[locale]}`, editionTitle: document.edition.title[locale], document, manifest, indicator, origin: publicOrigin(url) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Paragraf` }];

export default function Indicator() {
  const { editionTitle, ...data } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const { edition, municipality } = data.document;
  const crumbs = [
    { label: t('nav.scorecards'), to: to.editions() }, { label: editionTitle, to: to.edition(edition.slug) },
    { label: municipality.name, to: to.scorecard(edition.slug, municipality.teryt) }, { label: data.indicator.id },
  ];
  return <Page crumbs={crumbs}><IndicatorView {...data} /></Page>;
}
