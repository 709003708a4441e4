import { Polish } from '#app/components/polish.tsx';
import { CoverLink } from '#app/record/covered/cover-link.tsx';
import { Form, SelectField, Submit, SubmitRow, TextArea, TextField, type FormProblem } from '#app/components/form.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { useLocale, usePaths, useT } from '#app/i18n/context.tsx';
import { dayOf, formatSpan, formatTime } from '#app/i18n/dates.ts';
import { meetingFormKeys, meetingForms } from './meeting.ts';
import type { MeetingRow } from './meetings.server.ts';

/** Meetings with place, hour and what came of them; for the office each with a link to its form. */
export function MeetingList({
  meetings,
  office,
  mayCover = false,
}: {
  meetings: readonly MeetingRow[];
  office?: string;
  /** Whether the one who looks may cover words. */ mayCover?: boolean;
}) {
  const t = useT();
  const to = usePaths();
  return (
    <ul className="rows rows--split">
      {meetings.map((meeting) => (
        <li key={meeting.id} id={`spotkanie-${meeting.id}`}>
          <div>
            <h2 className="size-4">
              <Polish>{meeting.title}</Polish>
            </h2>
            <p>
              {t(meetingFormKeys[meeting.form])}, <Polish>{meeting.place}</Polish>
            </p>
            {meeting.cancelledAt ? (
              <p>
                <strong>{t('meetings.cancelled')}</strong>
              </p>
            ) : null}
            {meeting.attendance === null ? null : (
              <p>{t('meetings.attendance-count', { count: meeting.attendance })}</p>
            )}
            {meeting.minutes === '' ? null : (
              <details>
                <summary>{t('meetings.minutes')}</summary>
                <p className="pre w-40">
                  <Polish>{meeting.minutes}</Polish>
                </p>
              </details>
            )}
            {office && !meeting.cancelledAt ? (
              <p>
                <a className="tap" href={to.officeMeeting(office, meeting.id)}>
                  {t('meetings.change')}
                  <span className="vh">
                    : <Polish>{meeting.title}</Polish>
                  </span>
                </a>
              </p>
            ) : null}
            <CoverLink may={mayCover} type="meeting" id={meeting.id} name={meeting.title} />
          </div>
          <p className="meta">
            <MeetingTime meeting={meeting} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function MeetingTime({ meeting }: { meeting: Pick<MeetingRow, 'startsAt' | 'endsAt'> }) {
  const locale = useLocale();
  return <b>{formatSpan(locale, meeting.startsAt, meeting.endsAt)}</b>;
}

export function MeetingFields({
  meeting,
  failure,
}: {
  meeting: MeetingRow | null;
  failure: FormProblem | null | undefined;
}) {
  const t = useT();
  return (
    <Form failure={failure}>
      <input type="hidden" name="revision" value={meeting?.revision ?? ''} />
      <SelectField
        name="form"
        label={t('meetings.form')}
        choices={meetingForms.map((value) => ({ value, label: t(meetingFormKeys[value]) }))}
        defaultValue={meeting?.form ?? 'meeting'}
      />
      <TextField
        name="title"
        max={bounds.meetingTitle}
        label={t('meetings.name')}
        hint={t('meetings.name-hint')}
        defaultValue={meeting?.title ?? ''}
      />
      <TextField
        name="place"
        max={bounds.meetingPlace}
        label={t('meetings.place')}
        hint={t('meetings.place-hint')}
        defaultValue={meeting?.place ?? ''}
      />
      <TextField
        name="day"
        type="date"
        label={t('meetings.day')}
        defaultValue={meeting ? dayOf(meeting.startsAt) : ''}
        short
      />
      <div className="field-row">
        <TextField
          name="from"
          type="time"
          label={t('meetings.from')}
          defaultValue={meeting ? formatTime('en', meeting.startsAt) : '17:00'}
          short
        />
        <TextField
          name="until"
          type="time"
          label={t('meetings.until')}
          hint={t('meetings.until-hint')}
          optional
          defaultValue={meeting?.endsAt ? formatTime('en', meeting.endsAt) : ''}
          short
        />
      </div>
      <TextField
        name="attendance"
        max={bounds.meetingAttendance}
        label={t('meetings.attendance')}
        hint={t('meetings.attendance-hint')}
        optional
        inputMode="numeric"
        short
        defaultValue={meeting?.attendance == null ? '' : String(meeting.attendance)}
      />
      <TextArea
        name="minutes"
        max={bounds.meetingMinutes}
        label={t('meetings.minutes')}
        hint={t('meetings.minutes-hint')}
        optional
        rows={8}
        defaultValue={meeting?.minutes ?? ''}
      />
      <SubmitRow>
        <Submit name="intent" value="save">
          {t(meeting ? 'meetings.save' : 'meetings.add')}
        </Submit>
      </SubmitRow>
    </Form>
  );
}
