import { Polish } from '#app/components/polish.tsx';
import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { consultationCrumbs } from '#app/drafting/state/consultation-crumbs.ts';
import { mayCoverIn } from '#app/redaction/may-cover.server.ts';
import { Empty, Page, PageHead } from '#app/components/page-parts.tsx';
import { consultationFacts } from '#app/drafting/acts/consultation-facts.server.ts';
import { MeetingList } from '#app/drafting/course/meetings/meeting-parts.tsx';
import { listMeetings } from '#app/drafting/course/meetings/meetings.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { getViewer } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ request, params, db, t }) => {
  const facts = await consultationFacts(db, params.slug ?? '', new Date());
  return {
    facts,
    meetings: await listMeetings(db, facts.id),
    mayCover: await mayCoverIn(db, { viewer: await getViewer(request), slug: facts.slug }),
    title: t('meetings.title'),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: ${data.facts.title} – Paragraf` : 'Paragraf' },
];

export default function Meetings() {
  const { facts, meetings, mayCover, title } = useLoaderData<typeof loader>();
  const t = useT();
  const to = usePaths();
  return (
    <Page crumbs={consultationCrumbs({ t, to }, facts, { label: title })}>
      <PageHead kind={<Polish>{facts.title}</Polish>} title={title} />
      {meetings.length > 0 ? (
        <MeetingList meetings={meetings} mayCover={mayCover} />
      ) : (
        <Empty>
          <p>{t('meetings.none')}</p>
          <p>
            <a href={to.draft(facts.slug)}>{t('overview.draft')}</a>
          </p>
        </Empty>
      )}
    </Page>
  );
}
