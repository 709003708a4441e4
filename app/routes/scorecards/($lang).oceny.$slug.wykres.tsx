import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { editionReader } from '#app/http/edition-reader.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { metaPlace } from '#app/http/meta-place.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { socialMeta } from '#app/openness/social-meta.ts';
import { ComparisonView } from '#app/monitoring/pages/comparison-view.tsx';
import { compareAxes } from '#app/monitoring/charts/comparison.ts';
import { getPublishedEdition } from '#app/monitoring/access/edition-queries.server.ts';
import { IssueNotices } from '#app/monitoring/pages/issue-notices.tsx';

/** The chart answers to pointer and keyboard where scripts run; without them it is a picture with its table. */
export const handle = { scripts: true };

export const loader = handler(async ({ request, db, params, url, locale, t }) => {
  const { manifest, shown } = await getPublishedEdition(db, {
    slug: params.slug ?? '',
    reader: await editionReader(request),
  });
  const { edition } = manifest;
  return {
    title: `${t('monitoring.compare.title')}: ${edition.title[locale]}`,
    editionTitle: edition.title[locale],
    siteOrigin: publicUrl(),
    edition,
    shown,
    comparison: compareAxes(manifest, url.searchParams, new Intl.Collator(locale)),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  if (!data) return [{ title: 'Paragraf' }];
  const { locale, to, t } = metaPlace({ siteOrigin: data.siteOrigin, asked: null }, location.pathname);
  return socialMeta({
    title: data.title,
    description: t('monitoring.compare.lead'),
    url: data.siteOrigin + to.editionChart(data.edition.slug),
    locale,
    type: 'website',
    picture: null,
  });
};

export default function EditionChart() {
  const { edition, editionTitle, shown, comparison } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const crumbs = [
    { label: t('nav.scorecards'), to: to.editions() },
    { label: editionTitle, to: to.edition(edition.slug) },
    { label: t('monitoring.compare.title') },
  ];
  return (
    <Page crumbs={crumbs}>
      <IssueNotices shown={shown} newestHref={to.edition(edition.slug)} />
      <ComparisonView edition={edition} comparison={comparison} />
    </Page>
  );
}
