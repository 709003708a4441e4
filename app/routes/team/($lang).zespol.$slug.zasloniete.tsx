import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CoverableTexts, CoveringActs } from '#app/redaction/covering-list-view.tsx';
import { loadEditionTexts } from '#app/redaction/edition-texts.server.ts';
import { Page, PageHead } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { requireViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ request, params, url, db, t }) => {
  const viewer = await requireViewer(request);
  return {
    list: await loadEditionTexts(db, { viewer, slug: params.slug ?? '', teryt: url.searchParams.get('gmina') }),
    title: t('redaction.list.title'),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: ${data.list.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function CoveredInEdition() {
  const { list, title } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={[{ label: list.title, to: to.edition(list.slug) }, { label: title }]}>
      <PageHead kind={list.title} title={title} lead={t('redaction.list.edition-lead')} />
      <section className="section" aria-labelledby="h-zaslonieto">
        <h2 id="h-zaslonieto">{t('redaction.list.acts')}</h2>
        <CoveringActs acts={list.acts} />
      </section>
      <section className="section" aria-labelledby="h-teksty">
        <h2 id="h-teksty">{t('redaction.list.edition-texts')}</h2>
        <ul className="filters">
          {list.units.map((unit) => (
            <li key={unit.teryt}>
              <a
                href={to.coveredInEdition(list.slug, unit.teryt)}
                aria-current={unit.teryt === list.teryt ? 'page' : undefined}
              >
                {unit.name}
              </a>
            </li>
          ))}
        </ul>
        <CoverableTexts texts={list.texts} />
      </section>
    </Page>
  );
}
