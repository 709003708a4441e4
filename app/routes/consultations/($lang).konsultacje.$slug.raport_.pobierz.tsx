import { inPolish } from '#app/i18n/in-polish.ts';
import { consultationCrumbs } from '#app/drafting/state/consultation-crumbs.ts';
import { openReport } from '#app/drafting/report/load-report.server.ts';
import { wantedReport } from '#app/drafting/report/wanted-report.ts';
import { DownloadRoute, downloadMeta } from '#app/http/download-route.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { reportFormats } from '#app/openness/download/consultation-formats.ts';

export const loader = handler(async ({ db, params, url, to, t }) => {
  const {
    head: {
      consultation: { slug, title },
    },
    final,
  } = await openReport(db, { slug: params.slug ?? '', ...wantedReport(url), now: new Date() });
  const nr = final ? { nr: final.number } : {};
  const crumbs = consultationCrumbs({ t, to }, { slug, title }, { label: t('report.title'), to: to.report(slug, nr) });
  return {
    page: {
      title: `${t('report.title')}: ${inPolish(title)}`,
      heading: t('openness.download'),
      lead: t('format.lead.report'),
      crumbs,
      groups: reportFormats(to, { slug, isFinal: final !== null, ...nr }),
    },
  };
});

export const meta = downloadMeta;
export default DownloadRoute;
