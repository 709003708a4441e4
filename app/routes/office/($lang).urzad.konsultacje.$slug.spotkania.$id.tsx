import { Polish } from '#app/components/polish.tsx';
import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CoverLink } from '#app/record/covered/cover-link.tsx';
import { Notice, Page, PageHead } from '#app/components/page-parts.tsx';
import { cancelMeeting } from '#app/drafting/course/meetings/cancel-meeting.server.ts';
import { meetingSchema, readMeeting } from '#app/drafting/course/meetings/meeting.ts';
import { MeetingFields, MeetingList } from '#app/drafting/course/meetings/meeting-parts.tsx';
import { listMeetings } from '#app/drafting/course/meetings/meetings.server.ts';
import { saveMeeting } from '#app/drafting/course/meetings/save-meeting.server.ts';
import { OfficeNav } from '#app/drafting/office/office-nav.tsx';
import { findForOffice } from '#app/drafting/office/office-write.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { readForm } from '#app/http/body.server.ts';
import { fieldFailure, parseForm, type FormFailure } from '#app/forms/form.ts';
import { handler } from '#app/http/handlers.server.ts';
import { seeOther } from '#app/http/responses.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { usePaths, useT } from '#app/i18n/context.tsx';

export const loader = handler(async ({ request, params, db, t }) => {
  const viewer = await requireOfficial(request);
  const consultation = await findForOffice(db, { viewer, slug: params.slug ?? '' });
  const meeting = (await listMeetings(db, consultation.id)).find(({ id }) => id === params.id);
  if (!meeting) throw notFound('no such meeting');
  return { consultation, meeting, now: new Date(), title: t('meetings.change') };
});

type Answer = { failure: FormFailure | null; trouble: 'conflict' | 'cancelled' | 'over' | null };
const answer = (parts: Partial<Answer>, status: number) =>
  data<Answer>({ failure: null, trouble: null, ...parts }, { status });

export const action = handler(async ({ request, params, db, to }) => {
  const viewer = await requireOfficial(request);
  const [slug, id] = [params.slug ?? '', params.id ?? ''];
  const body = await readForm(request);
  if (body.get('intent') === 'cancel') {
    const cancelled = await cancelMeeting(db, {
      viewer,
      slug,
      id,
      revision: Number(body.get('revision')),
      now: new Date(),
    });
    return cancelled.ok
      ? seeOther(`${to.officeMeetings(slug)}?info=meeting-cancelled`)
      : answer({ trouble: cancelled.error.code }, 409);
  }
  const form = parseForm(body, meetingSchema);
  if (!form.ok) return answer({ failure: form.failure }, 400);
  const read = readMeeting(form.value, new Date());
  if (!read.ok) return answer({ failure: fieldFailure(form.values, read.field, read.key) }, 400);
  const saved = await saveMeeting(db, {
    viewer,
    slug,
    meeting: read.value,
    known: { id, revision: Number(form.value.revision) },
  });
  if (saved.ok) return seeOther(`${to.officeMeetings(slug)}?info=meeting-saved`);
  return answer({ failure: { values: form.values, errors: {} }, trouble: saved.error.code }, 409);
});

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${loaded.meeting.title} – Paragraf` : 'Paragraf' },
  { name: 'robots', content: 'noindex' },
];

export default function ChangeMeeting() {
  const { consultation, meeting, now, title } = useLoaderData<typeof loader>();
  const answered: Answer | undefined = useActionData<typeof action>();
  const t = useT();
  const to = usePaths();
  const trouble = answered?.trouble;
  return (
    <Page>
      <OfficeNav slug={consultation.slug} here="meetings" />
      <PageHead kind={<Polish>{consultation.title}</Polish>} title={title} />
      {trouble ? (
        <Notice warn>
          <p>{t(`meetings.error.${trouble}`)}</p>
          {trouble === 'conflict' ? <MeetingList meetings={[meeting]} /> : null}
        </Notice>
      ) : null}
      {meeting.cancelledAt ? (
        <Notice>
          <p>{t('meetings.error.cancelled')}</p>
        </Notice>
      ) : (
        <MeetingFields meeting={meeting} failure={answered?.failure} />
      )}
      {!meeting.cancelledAt && meeting.startsAt > now ? (
        <form method="post" className="mt-4">
          <input type="hidden" name="intent" value="cancel" />
          <input type="hidden" name="revision" value={meeting.revision} />
          <button className="btn btn--quiet" type="submit">
            {t('meetings.cancel')}
          </button>
        </form>
      ) : null}
      <CoverLink may type="meeting" id={meeting.id} name={meeting.title} />
      <p className="actions">
        <a className="tap" href={to.officeMeetings(consultation.slug)}>
          {t('meetings.all')}
        </a>
      </p>
    </Page>
  );
}
