import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { fold } from '#app/i18n/typography.ts';
import { getPublishedEdition } from '#app/monitoring/edition-queries.server.ts';
import { editionFigures, tableRows, tableViewOf } from '#app/monitoring/edition-table.ts';
import { EditionView } from '#app/monitoring/edition-view.tsx';

export const loader = handler(async ({ db, params, url, locale }) => {
  const { manifest, manifestHash } = await getPublishedEdition(db, { slug: params.slug ?? '' });
  const view = tableViewOf(url.searchParams, manifest.areas.map((area) => area.id));
  const rows = tableRows(manifest, view, { fold, collator: new Intl.Collator(locale) });
  return { title: manifest.edition.title[locale], manifest, manifestHash, view, rows, figures: editionFigures(manifest) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Paragraf` }];

export default function Edition() {
  const data = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('nav.scorecards'), to: to.editions() }, { label: data.title }]}>
      <EditionView {...data} />
    </Page>
  );
}
