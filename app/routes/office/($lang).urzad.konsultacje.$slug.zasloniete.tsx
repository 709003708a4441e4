import { Polish } from '#app/components/polish.tsx';
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CoverableTexts, CoveringActs } from '#app/redaction/covering-list-view.tsx';
import { loadCoveringList } from '#app/redaction/covering-list.server.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { OfficeNav } from '#app/drafting/office/office-nav.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireViewer(request);
  return { list: await loadCoveringList(db, { viewer, slug: params.slug ?? '' }), title: t('redaction.list.title') };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: ${data.list.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function Covered() {
  const { list, title } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page>
      <OfficeNav slug={list.slug} here="covered" />
      <PageHead kind={<Polish>{list.title}</Polish>} title={title} lead={t('redaction.list.lead')} />
      <section className="section" aria-labelledby="h-zaslonieto">
        <h2 id="h-zaslonieto">{t('redaction.list.acts')}</h2>
        <CoveringActs acts={list.acts} />
      </section>
      <section className="section" aria-labelledby="h-teksty">
        <h2 id="h-teksty">{t('redaction.list.texts')}</h2>
        <p className="note">{t('redaction.list.texts-note')}</p>
        <CoverableTexts texts={list.texts} />
      </section>
    </Page>
  );
}
