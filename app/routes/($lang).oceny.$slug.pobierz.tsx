import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { editionReader } from '#app/http/edition-reader.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { getPublishedEdition } from '#app/monitoring/edition-queries.server.ts';
import { editionFormats } from '#app/openness/download/formats.ts';
import { DownloadView } from '#app/openness/download/download-view.tsx';

export const loader = handler(async ({ request, db, params, locale, to, t }) => {
  const { manifest: { edition, files } } = await getPublishedEdition(db, { slug: params.slug ?? '', reader: await editionReader(request) });
  return { slug: edition.slug, title: edition.title[locale], heading: t('openness.download'), groups: editionFormats(to, { ...edition, isCodedTwice: files['codings.csv'] !== undefined }) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.heading ?? ''}: ${data?.title ?? ''} – Paragraf` }];

export default function Download() {
  const { slug, title, heading, groups } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('nav.scorecards'), to: to.editions() }, { label: title, to: to.edition(slug) }, { label: heading }]}>
      <PageHead kind={title} title={heading} lead={t('openness.download.edition')} />
      <DownloadView groups={groups} />
    </Page>
  );
}
