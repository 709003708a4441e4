import { useLoaderData } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { Empty, Page, PageHead } from '#app/components/page-parts.tsx';
import { listConsultations } from '#app/drafting/course/consultation-list.server.ts';
import { ConsultationRows } from '#app/drafting/course/consultation-rows.tsx';
import { handler } from '#app/http/handlers.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';
import { feedLinks } from '#app/openness/social-meta.ts';

export const loader = handler(async ({ db, t, to }) => {
  const now = new Date();
  return {
    list: await listConsultations(db, { now }),
    now,
    title: t('consultations.title'),
    feeds: [{ href: to.rulingsFeed(), title: t('feed.rulings.title') }],
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} – Paragraf` },
  ...feedLinks(data?.feeds ?? []),
];

const shown = ['open', 'preparation', 'deciding', 'closed'] as const;

export default function Consultations() {
  const { list, now, title } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  const any = shown.some((stage) => list[stage].length > 0);
  return (
    <Page>
      <PageHead title={title} lead={t('consultations.lead')} />
      {any ? null : (
        <Empty>
          <p>{t('consultations.empty')}</p>
          <p>
            <a href={to.about('pomoc')}>{t('nav.help')}</a>
          </p>
        </Empty>
      )}
      {shown.map((stage) =>
        list[stage].length === 0 ? null : (
          <section className="section" aria-labelledby={`h-${stage}`} key={stage}>
            <h2 id={`h-${stage}`}>{t(`consultations.list.${stage}`)}</h2>
            <ConsultationRows items={list[stage]} now={now} />
          </section>
        ),
      )}
    </Page>
  );
}
