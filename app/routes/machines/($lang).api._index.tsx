import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { apiDocs } from '#app/api/docs.server.ts';
import { DocsView } from '#app/api/docs-view.tsx';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ locale, t }) => ({ docs: apiDocs(locale), title: t('api.title') }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Paragraf` }];

export default function Api() {
  const { docs, title } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: t('nav.home'), to: to.home() }, { label: title }]}>
      <PageHead title={title} lead={t('api.lead')} />
      <DocsView docs={docs} />
    </Page>
  );
}
