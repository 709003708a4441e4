import { inPolish } from '#app/i18n/in-polish.ts';
import { consultationCrumbs } from '#app/drafting/state/consultation-crumbs.ts';
import { consultationFacts } from '#app/drafting/acts/consultation-facts.server.ts';
import { DownloadRoute, downloadMeta } from '#app/http/download-route.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { consultationFormats } from '#app/openness/download/consultation-formats.ts';
import { whatThereIs } from '#app/openness/download/what-there-is.server.ts';

export const loader = handler(async ({ db, params, to, t }) => {
  const { id, slug, title, version } = await consultationFacts(db, params.slug ?? '', new Date());
  const crumbs = consultationCrumbs({ t, to }, { slug, title });
  return {
    page: {
      title: inPolish(title),
      heading: t('openness.download'),
      lead: t('openness.download.consultation'),
      crumbs,
      groups: consultationFormats(to, { slug, version, ...(await whatThereIs(db, id)) }),
    },
  };
});

export const meta = downloadMeta;
export default DownloadRoute;
