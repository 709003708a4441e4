import type { Db } from '#app/db/client.server.ts';
import type { MeetingForm } from './meeting.ts';

export type MeetingRow = {
  id: string;
  form: MeetingForm;
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date | null;
  attendance: number | null;
  minutes: string;
  revision: number;
  cancelledAt: Date | null;
};

/** Meetings of a consultation in the order they take place, cancelled ones too. */
export async function listMeetings(db: Db, consultationId: string): Promise<MeetingRow[]> {
  const rows = await db.meeting.findMany({
    where: { consultationId },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      form: true,
      title: true,
      place: true,
      startsAt: true,
      endsAt: true,
      attendance: true,
      minutes: true,
      revision: true,
      cancelledAt: true,
    },
  });
  return rows.map((row) => ({ ...row, form: row.form as MeetingForm }));
}
