import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { metaPlace } from '#app/http/meta-place.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { findBridges } from '#app/monitoring/bridge/bridges.server.ts';
import { getScorecard, listManifests } from '#app/monitoring/access/edition-queries.server.ts';
import { editionFigures } from '#app/monitoring/cards/edition-table.ts';
import { cardPack } from '#app/monitoring/press/press-pack.ts';
import { raisesOf } from '#app/monitoring/pages/raise.ts';
import { scorecardMeta } from '#app/openness/scorecard-meta.ts';
import { ScorecardView } from '#app/monitoring/pages/scorecard-view.tsx';
import { followTrend } from '#app/monitoring/compare/follow-trend.server.ts';

export const loader = handler(async ({ request, db, params, url, locale, t }) => {
  const teryt = params.teryt ?? '';
  const { document, hash, isCovered, manifest, shown } = await getScorecard(db, {
    slug: params.slug ?? '',
    teryt,
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  const editionTitle = document.edition.title[locale];
  const title = t('monitoring.card.title', { name: document.municipality.name, edition: editionTitle });
  const issue = shown.issue < shown.newest ? shown.issue : null;
  return {
    title,
    editionTitle,
    siteOrigin: publicUrl(),
    asked: issueOf(url),
    document,
    manifest,
    shown,
    figures: editionFigures(manifest),
    raises: raisesOf(document, manifest),
    trend: await followTrend(manifest, await listManifests(db, { of: teryt }), teryt, await findBridges(db, manifest)),
    pack: cardPack({ document, manifest, hash, isCovered, issue, origin: publicUrl(), locale }),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [{ title: 'Paragraf' }];
  return scorecardMeta(data.document, { ...metaPlace(data, location.pathname), title: data.title });
};

export default function Scorecard() {
  const { editionTitle, siteOrigin: _origin, title: _title, asked: _asked, ...data } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const { slug } = data.document.edition;
  return (
    <Page
      crumbs={[
        { label: t('nav.scorecards'), to: to.editions() },
        { label: editionTitle, to: to.edition(slug) },
        { label: data.document.municipality.name },
      ]}
    >
      <ScorecardView {...data} />
    </Page>
  );
}
