import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { consultationFacts } from '#app/consultations/consultation-facts.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { consultationFormats } from '#app/openness/download/formats.ts';
import { hasReport, hasUnified } from '#app/openness/download/has-report.server.ts';
import { DownloadView } from '#app/openness/download/download-view.tsx';

export const loader = handler(async ({ db, params, to, t }) => {
  const { id, slug, title, version } = await consultationFacts(db, params.slug ?? '', new Date());
  const formats = { slug, version, hasReport: await hasReport(db, id), hasUnified: await hasUnified(db, id) };
  return { slug, title, heading: t('openness.download'), groups: consultationFormats(to, formats) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.heading ?? ''}: ${data?.title ?? ''} – Paragraf` }];

export default function Download() {
  const { slug, title, heading, groups } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('consultations.title'), to: to.consultations() }, { label: title, to: to.consultation(slug) }, { label: heading }]}>
      <PageHead kind={title} title={heading} lead={t('openness.download.consultation')} />
      <DownloadView groups={groups} />
    </Page>
  );
}
