import { municipalityClock } from '#app/drafting/course/clock/clock.server.ts';
import { DownloadRoute, downloadMeta } from '#app/http/download-route.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { getMunicipalityPage } from '#app/municipalities/municipality-page.server.ts';
import { municipalityFormats } from '#app/openness/download/consultation-formats.ts';

export const loader = handler(async ({ db, params, to, t }) => {
  const { teryt, name, now } = await getMunicipalityPage(db, params.teryt ?? '');
  const clock = await municipalityClock(db, teryt, now);
  const crumbs = [
    { label: t('nav.home'), to: to.home() },
    { label: t('nav.municipalities'), to: to.municipalities() },
    { label: name, to: to.municipality(teryt) },
  ];
  return {
    page: {
      title: name,
      heading: t('openness.download'),
      lead: t('format.lead.municipality'),
      crumbs,
      groups: municipalityFormats(to, { teryt, hasClock: clock.total.received > 0 }),
    },
  };
});

export const meta = downloadMeta;
export default DownloadRoute;
