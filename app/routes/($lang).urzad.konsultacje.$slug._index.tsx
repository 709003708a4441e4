import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { deskFilter } from '#app/amendments/desk-filters.ts';
import { DeskHead } from '#app/amendments/desk-head.tsx';
import { loadDesk } from '#app/amendments/desk.server.ts';
import { QueueFilters, QueueTable } from '#app/amendments/queue.tsx';
import { Empty, Page } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

export const loader = handler(async ({ request, params, url, db }) => {
  const viewer = await requireOfficial(request);
  return { desk: await loadDesk(db, { viewer, slug: params.slug ?? '', filter: deskFilter(url.searchParams.get('stan')) }) };
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  { title: `${translate(localeOfPath(location.pathname), 'drafting.desk')}${data ? `. ${data.desk.consultation.title}` : ''} – Paragraf` }, { name: 'robots', content: 'noindex' },
];

export default function DeskPage() {
  const { desk } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page>
      <DeskHead desk={desk} />
      <section className="queue queue--wide" aria-labelledby="h-lista">
        <h2 className="size-4 mb-2" id="h-lista">{t('drafting.desk.queue')}</h2>
        <QueueFilters desk={desk} />
        {desk.rows.length > 0 ? <QueueTable desk={desk} rows={desk.rows} /> : (
          <Empty><p>{t('drafting.desk.empty')}</p><a className="tap" href={to.draft(desk.consultation.slug)}>{t('drafting.desk.draft')}</a></Empty>
        )}
      </section>
    </Page>
  );
}
