import type { MetaFunction } from '@remix-run/node';
import type { Skip } from '#app/components/site-frame.tsx';
import { useLoaderData } from '@remix-run/react';
import { DeskFilterForm, DeskPages } from '#app/drafting/rulings/desk-form.tsx';
import { DeskKeyHelp } from '#app/drafting/rulings/desk-key-help.tsx';
import { deskQuery, doneParam, isNarrowed } from '#app/drafting/rulings/desk-filters.ts';
import { DeskHead } from '#app/drafting/rulings/desk-head.tsx';
import { loadDesk } from '#app/drafting/rulings/desk.server.ts';
import { DoneNotice } from '#app/drafting/rulings/done-notice.tsx';
import { loadDone } from '#app/drafting/rulings/walk.server.ts';
import { QueueFilters, QueueTable } from '#app/drafting/rulings/queue.tsx';
import { Empty, Page } from '#app/components/page-parts.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { localeOfPath } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

/** For walking the list by keys; everything works without. */
export const handle = { scripts: true, skip: { to: 'lista', label: 'nav.skip-remarks' } satisfies Skip };

export const loader = handler(async ({ request, params, url, db }) => {
  const viewer = await requireOfficial(request);
  const desk = await loadDesk(db, { viewer, slug: params.slug ?? '', query: deskQuery(url.searchParams) });
  const done = { slug: desk.consultation.slug, viewerId: viewer.id, number: doneParam(url.searchParams) };
  return { desk, done: await loadDone(db, done) };
});

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  {
    title: `${translate(localeOfPath(location.pathname), 'drafting.desk')}${data ? `. ${data.desk.consultation.title}` : ''} – Paragraf`,
  },
  { name: 'robots', content: 'noindex' },
];

export default function DeskPage() {
  const { desk, done } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const {
    query,
    consultation: { slug },
  } = desk;
  return (
    <Page>
      <DoneNotice slug={slug} done={done} query={query} />
      <DeskHead desk={desk} />
      <section className="queue queue--wide" aria-labelledby="h-lista">
        <h2 className="size-4 mb-2" id="h-lista">
          {t('drafting.desk.queue')}
        </h2>
        <QueueFilters desk={desk} query={query} />
        <DeskFilterForm desk={desk} />
        <span id="lista" />
        {desk.rows.length > 0 ? (
          <form method="get" action={to.bulk(slug)}>
            <QueueTable slug={slug} query={query} rows={desk.rows} withBoxes />
            <DeskPages desk={desk} query={query} />
            {desk.rows.some(({ state }) => state === 'open') ? (
              <div className="sticky-actions actions">
                <button className="btn" type="submit">
                  {t('deciding.desk.bulk')}
                </button>
                <span className="by">{t('deciding.desk.bulk-hint')}</span>
              </div>
            ) : null}
          </form>
        ) : isNarrowed(query) || query.filter !== 'all' ? (
          <Empty>
            <p>{t('deciding.desk.nothing-found')}</p>
            <a className="tap" href={to.desk(slug)}>
              {t('deciding.filter.clear')}
            </a>
          </Empty>
        ) : (
          <Empty>
            <p>{t('drafting.desk.empty')}</p>
            <a className="tap" href={to.draft(slug)}>
              {t('drafting.desk.draft')}
            </a>
          </Empty>
        )}
        <DeskKeyHelp />
      </section>
    </Page>
  );
}
