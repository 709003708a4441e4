import { inPolish } from '#app/i18n/in-polish.ts';
import { consultationCrumbs } from '#app/drafting/state/consultation-crumbs.ts';
import { consultationFacts } from '#app/drafting/acts/consultation-facts.server.ts';
import { frozenText } from '#app/drafting/unified/unified-page.server.ts';
import { DownloadRoute, downloadMeta } from '#app/http/download-route.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { unifiedFormats } from '#app/openness/download/consultation-formats.ts';
import { whatThereIs } from '#app/openness/download/what-there-is.server.ts';

export const loader = handler(async ({ db, params, to, t }) => {
  const { id, slug, title } = await consultationFacts(db, params.slug ?? '', new Date());
  const { text } = await frozenText(db, { slug, version: null });
  const { isAdopted } = await whatThereIs(db, id);
  const crumbs = consultationCrumbs(
    { t, to },
    { slug, title },
    { label: t('unified.title'), to: to.unifiedText(slug) },
  );
  return {
    page: {
      title: `${t('unified.title')}: ${inPolish(title)}`,
      heading: t('openness.download'),
      lead: t('format.lead.unified'),
      crumbs,
      groups: unifiedFormats(to, { slug, bytes: new TextEncoder().encode(text).length, isAdopted }),
    },
  };
});

export const meta = downloadMeta;
export default DownloadRoute;
