import { Polish } from '#app/components/polish.tsx';
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Empty, Page, PageHead } from '#app/components/page-parts.tsx';
import { meetingSchema, readMeeting } from '#app/drafting/course/meetings/meeting.ts';
import { MeetingFields, MeetingList } from '#app/drafting/course/meetings/meeting-parts.tsx';
import { listMeetings } from '#app/drafting/course/meetings/meetings.server.ts';
import { saveMeeting } from '#app/drafting/course/meetings/save-meeting.server.ts';
import { OfficeNav } from '#app/drafting/office/office-nav.tsx';
import { findForOffice } from '#app/drafting/office/office-write.server.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { refuse, seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireOfficial(request);
  const consultation = await findForOffice(db, { viewer, slug: params.slug ?? '' });
  return { consultation, meetings: await listMeetings(db, consultation.id), title: t('meetings.title') };
});

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const slug = params.slug ?? '';
  const form = parseForm(await readForm(request), meetingSchema);
  if (!form.ok) return refuse(form.failure);
  const read = readMeeting(form.value, new Date());
  if (!read.ok) return refuse(fieldFailure(form.values, read.field, read.key));
  await saveMeeting(db, { viewer, slug, meeting: read.value, known: null });
  return seeOther(`${to.officeMeetings(slug)}?info=meeting-saved`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title}: ${data.consultation.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function OfficeMeetings() {
  const { consultation, meetings, title } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = useT();
  return (
    <Page>
      <OfficeNav slug={consultation.slug} here="meetings" />
      <PageHead kind={<Polish>{consultation.title}</Polish>} title={title} lead={t('meetings.lead')} />
      {meetings.length > 0 ? (
        <MeetingList mayCover meetings={meetings} office={consultation.slug} />
      ) : (
        <Empty>
          <p>{t('meetings.none')}</p>
        </Empty>
      )}
      <section className="section" aria-labelledby="h-nowe">
        <h2 id="h-nowe">{t('meetings.new')}</h2>
        <MeetingFields meeting={null} failure={answered?.failure} />
      </section>
    </Page>
  );
}
