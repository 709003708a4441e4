import { DownloadRoute, downloadMeta } from '#app/http/download-route.tsx';
import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { getScorecard } from '#app/monitoring/access/edition-queries.server.ts';
import { scorecardFormats } from '#app/openness/download/monitoring-formats.ts';
import { storedSizes } from '#app/openness/download/what-there-is.server.ts';

export const loader = handler(async ({ request, db, params, url, locale, to, t }) => {
  const {
    document: { edition, municipality },
    shown,
  } = await getScorecard(db, {
    slug: params.slug ?? '',
    teryt: params.teryt ?? '',
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  const issue = shown.issue < shown.newest ? shown.issue : null;
  const { teryt, name } = municipality;
  const [title, { slug }] = [edition.title[locale], edition];
  const crumbs = [
    { label: t('nav.scorecards'), to: to.editions() },
    { label: title, to: to.edition(slug) },
    { label: name, to: to.scorecard(slug, teryt, issue) },
  ];
  const sizes = await storedSizes(db, { slug, issue: shown.issue });
  return {
    page: {
      title: t('monitoring.card.title', { name, edition: title }),
      heading: t('openness.download'),
      lead: t('format.lead.card'),
      crumbs,
      groups: scorecardFormats(to, { slug, teryt, issue }, { sizes, locale }),
    },
  };
});

export const meta = downloadMeta;
export default DownloadRoute;
