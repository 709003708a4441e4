import { DownloadRoute, downloadMeta } from '#app/http/download-route.tsx';
import { editionReader } from '#app/http/edition-reader.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { getPublishedEdition } from '#app/monitoring/access/edition-queries.server.ts';
import { editionFormats } from '#app/openness/download/monitoring-formats.ts';
import { storedSizes } from '#app/openness/download/what-there-is.server.ts';

export const loader = handler(async ({ request, db, params, locale, to, t }) => {
  const {
    manifest: { edition, files },
    shown,
  } = await getPublishedEdition(db, { slug: params.slug ?? '', reader: await editionReader(request) });
  const title = edition.title[locale];
  const crumbs = [
    { label: t('nav.scorecards'), to: to.editions() },
    { label: title, to: to.edition(edition.slug) },
  ];
  const sizes = await storedSizes(db, { slug: edition.slug, issue: shown.issue });
  return {
    page: {
      title,
      heading: t('openness.download'),
      lead: t('openness.download.edition'),
      crumbs,
      groups: editionFormats(to, { ...edition, isCodedTwice: files['codings.csv'] !== undefined }, sizes),
    },
  };
});

export const meta = downloadMeta;
export default DownloadRoute;
