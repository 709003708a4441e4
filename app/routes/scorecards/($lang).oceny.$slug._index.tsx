import { redirect, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { Skip } from '#app/components/site-frame.tsx';
import { Page } from '#app/components/page-parts.tsx';
import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { publicUrl } from '#app/mail/absolute-url.server.ts';
import { metaPlace } from '#app/http/meta-place.ts';
import { editionMeta } from '#app/openness/edition-meta.ts';
import { EditionView } from '#app/monitoring/pages/edition-view.tsx';
import { getEditionPage } from '#app/monitoring/pages/edition-page.server.ts';
import { AnnouncedView } from '#app/monitoring/pages/announced-view.tsx';

export const loader = handler(async ({ request, db, params, url, locale, to }) => {
  const page = await getEditionPage(db, {
    slug: params.slug ?? '',
    reader: await editionReader(request),
    issue: issueOf(url),
    params: url.searchParams,
    origin: publicUrl(),
    locale,
  });
  // A form sends every slider; the address that is kept and passed on says only what differs from the edition.
  if (page.kind === 'released' && page.shortest) throw redirect(to.edition(params.slug ?? '', page.shortest), 302);
  return { ...page, siteOrigin: publicUrl(), asked: issueOf(url) };
});

export const handle = { skip: { to: 'wyniki', label: 'nav.skip-results', kind: 'released' } satisfies Skip };

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  ...(data?.kind === 'released'
    ? editionMeta(data.page.manifest, { ...metaPlace(data, location.pathname), schema: data.schema })
    : [{ title: `${data?.title ?? ''} – Paragraf` }]),
  ...(data?.kind === 'released' && data.page.weights ? [{ name: 'robots', content: 'noindex' }] : []),
];

export default function Edition() {
  const data = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('nav.scorecards'), to: to.editions() }, { label: data.title }]}>
      {data.kind === 'announced' ? <AnnouncedView edition={data.edition} /> : <EditionView {...data.page} />}
    </Page>
  );
}
