import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { variantsPage } from '#app/monitoring/compare/variants-page.server.ts';
import { VariantsView } from '#app/monitoring/compare/variants-view.tsx';
import { IssueNotices } from '#app/monitoring/pages/issue-notices.tsx';

export const loader = handler(async ({ request, db, params, url, locale, t }) => {
  const { manifest, shown, variants } = await variantsPage(db, {
    slug: params.slug ?? '',
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  return {
    title: `${t('monitoring.variants.title')}, ${manifest.edition.title[locale]}`,
    editionTitle: manifest.edition.title[locale],
    manifest: { ...manifest, municipalities: [] },
    shown,
    variants: { ...variants, indicators: { ...variants.indicators, correlations: [] } },
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Paragraf` }];

export default function VariantsPage() {
  const { editionTitle, manifest, shown, variants } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const { slug } = manifest.edition;
  return (
    <Page
      crumbs={[
        { label: t('nav.scorecards'), to: to.editions() },
        { label: editionTitle, to: to.edition(slug) },
        { label: t('monitoring.variants.title') },
      ]}
    >
      <IssueNotices shown={shown} newestHref={to.edition(slug)} />
      <VariantsView manifest={manifest} variants={variants} />
    </Page>
  );
}
