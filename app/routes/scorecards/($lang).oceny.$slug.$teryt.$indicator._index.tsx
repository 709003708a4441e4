import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { metaPlace } from '#app/http/meta-place.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { getIndicator } from '#app/monitoring/access/edition-queries.server.ts';
import { indicatorMeta } from '#app/openness/edition-meta.ts';
import { IndicatorView } from '#app/monitoring/pages/indicator-view.tsx';
import { indicatorPack } from '#app/monitoring/press/press-pack.ts';
import { raisesOf } from '#app/monitoring/pages/raise.ts';

export const loader = handler(async ({ request, db, params, url, locale }) => {
  const { document, hash, isCovered, manifest, indicator, shown } = await getIndicator(db, {
    slug: params.slug ?? '',
    teryt: params.teryt ?? '',
    indicator: params.indicator ?? '',
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  const editionTitle = document.edition.title[locale];
  const issue = shown.issue < shown.newest ? shown.issue : null;
  return {
    title: `${indicator.id}, ${document.municipality.name}: ${editionTitle}`,
    editionTitle,
    siteOrigin: publicUrl(),
    asked: issueOf(url),
    document,
    manifest,
    indicator,
    shown,
    raise: raisesOf(document, manifest).find((each) => each.itemId === indicator.id),
    pack: indicatorPack({ document, manifest, hash, isCovered, indicator, issue, origin: publicUrl(), locale }),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) =>
  data ? indicatorMeta(data, { ...metaPlace(data, location.pathname), title: data.title }) : [{ title: 'Paragraf' }];

export default function Indicator() {
  const { editionTitle, title: _title, siteOrigin: _origin, asked: _asked, ...data } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const { edition, municipality } = data.document;
  const crumbs = [
    { label: t('nav.scorecards'), to: to.editions() },
    { label: editionTitle, to: to.edition(edition.slug) },
    { label: municipality.name, to: to.scorecard(edition.slug, municipality.teryt) },
    { label: data.indicator.id },
  ];
  return (
    <Page crumbs={crumbs}>
      <IndicatorView {...data} raise={data.raise} />
    </Page>
  );
}
