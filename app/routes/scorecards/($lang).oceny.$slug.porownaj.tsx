import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { notFound } from '#app/errors/app-error.ts';
import { editionReader } from '#app/http/edition-reader.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { getPublishedEdition } from '#app/monitoring/access/edition-queries.server.ts';
import { pairOf } from '#app/monitoring/compare/compare-pair.ts';
import { comparedPair } from '#app/monitoring/compare/compared-pair.server.ts';
import { PairView } from '#app/monitoring/compare/pair-view.tsx';
import { IssueNotices } from '#app/monitoring/pages/issue-notices.tsx';

export const loader = handler(async ({ request, db, params, url, locale, t }) => {
  const { manifest, shown } = await getPublishedEdition(db, {
    slug: params.slug ?? '',
    reader: await editionReader(request),
  });
  const chosen = pairOf(url.searchParams, manifest, new Intl.Collator(locale));
  if (!chosen) throw notFound('an edition of one municipality');
  const pair = await comparedPair(manifest, chosen);
  return {
    title: t('publication.pair.title', { a: pair.a.name, b: pair.b.name }),
    editionTitle: manifest.edition.title[locale],
    manifest,
    shown,
    pair,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Paragraf` }];

export default function PairPage() {
  const { title, editionTitle, manifest, shown, pair } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const { slug } = manifest.edition;
  return (
    <Page
      crumbs={[
        { label: t('nav.scorecards'), to: to.editions() },
        { label: editionTitle, to: to.edition(slug) },
        { label: title },
      ]}
    >
      <IssueNotices shown={shown} newestHref={to.edition(slug)} />
      <PairView manifest={manifest} pair={pair} />
    </Page>
  );
}
