import { inPolish } from '#app/i18n/in-polish.ts';
import { consultationCrumbs } from '#app/drafting/state/consultation-crumbs.ts';
import { versionText } from '#app/drafting/acts/version-text.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { DownloadRoute, downloadMeta } from '#app/http/download-route.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { versionFormats } from '#app/openness/download/consultation-formats.ts';

export const loader = handler(async ({ db, params, to, t }) => {
  const number = params.n ?? '';
  if (!/^\d{1,6}$/.test(number)) throw notFound('not a version number');
  const {
    facts: { slug, title },
    version,
  } = await versionText(db, { slug: params.slug ?? '', number: Number(number), now: new Date() });
  const name = t('versions.number', { number: version.number });
  const crumbs = consultationCrumbs(
    { t, to },
    { slug, title },
    { label: t('versions.title'), to: to.versions(slug) },
    { label: name, to: to.version(slug, version.number) },
  );
  return {
    page: {
      title: `${inPolish(title)}, ${name}`,
      heading: t('openness.download'),
      lead: t('format.lead.version'),
      crumbs,
      groups: versionFormats(to, { slug, number: version.number }),
    },
  };
});

export const meta = downloadMeta;
export default DownloadRoute;
