import { DownloadRoute, downloadMeta } from '#app/http/download-route.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { getMethodology } from '#app/monitoring/access/methodologies.server.ts';
import { methodologyFormats } from '#app/openness/download/monitoring-formats.ts';

export const loader = handler(async ({ db, params, locale, to, t }) => {
  const [key, version] = [params.key ?? '', params.version ?? ''];
  const { methodology } = await getMethodology(db, { key, version });
  const title = methodology.title[locale];
  const crumbs = [
    { label: t('nav.scorecards'), to: to.editions() },
    { label: title, to: to.methodology(key, version) },
  ];
  return {
    page: {
      title: `${title}, ${t('monitoring.method.version', { version })}`,
      heading: t('openness.download'),
      lead: t('format.lead.methodology'),
      crumbs,
      groups: methodologyFormats(to, { key, version }),
    },
  };
});

export const meta = downloadMeta;
export default DownloadRoute;
