import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ConsultationRows } from '#app/drafting/course/consultation-rows.tsx';
import { Empty, Page, PageHead } from '#app/components/page-parts.tsx';
import { DecidedRows, EditionRows, LeadConsultation } from '#app/front/front-parts.tsx';
import { getFrontPage } from '#app/front/front-page.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ db, locale, t }) => {
  const now = new Date();
  const page = await getFrontPage(db, { locale, now });
  return { ...page, now, title: t('front.title') };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Paragraf` }];

export default function Front() {
  const { lead, others, decided, editions, now, open } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page>
      <PageHead title={t('front.title')} lead={t('front.lead', { open })} />
      {lead ? <LeadConsultation {...lead} now={now} /> : null}
      {!lead && others.length === 0 ? (
        <Empty>
          <p>{t('front.nothing')}</p>
        </Empty>
      ) : null}
      {others.length > 0 ? (
        <section className="section" aria-labelledby="h-others">
          <h2 id="h-others">{t('front.others')}</h2>
          <ConsultationRows items={others} now={now} />
        </section>
      ) : null}
      {decided.length > 0 ? (
        <section className="section" aria-labelledby="h-decided">
          <h2 id="h-decided">{t('front.decided')}</h2>
          <p className="note">{t('front.decided-note')}</p>
          <DecidedRows items={decided} />
        </section>
      ) : null}
      <section className="section" aria-labelledby="h-scores">
        <h2 id="h-scores">{t('front.scorecards')}</h2>
        {editions.length > 0 ? <EditionRows items={editions} /> : <p>{t('front.scorecards-empty')}</p>}
      </section>
    </Page>
  );
}
