import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { officeWrite, recordOffice } from '#app/drafting/office/office-write.server.ts';
import type { MeetingInput } from './meeting.ts';

export type SaveMeeting = {
  viewer: Viewer;
  slug: string;
  meeting: MeetingInput;
  /** The meeting and its revision on the form; null for a new one. */ known: { id: string; revision: number } | null;
};
export type SaveMeetingResult =
  | { ok: true; value: { id: string } }
  | { ok: false; error: { code: 'conflict' | 'cancelled' } };

/** Adds a meeting or changes one. A change made against an older revision writes nothing. */
export async function saveMeeting(db: Db, input: SaveMeeting): Promise<SaveMeetingResult> {
  const { viewer, meeting, known } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<SaveMeetingResult> => {
    const owner = { teryt: consultation.teryt, consultationId: consultation.id };
    if (!known) {
      const id = uuidv7();
      await tx.meeting.create({ data: { id, ...owner, ...meeting, createdById: viewer.id } });
      await recordOffice(tx, consultation, {
        kind: 'meeting-added',
        viewer,
        subject: { type: 'meeting', id },
        data: { form: meeting.form },
      });
      return { ok: true, value: { id } };
    }
    const found = await tx.meeting.findFirst({ where: { id: known.id, ...owner }, select: { cancelledAt: true } });
    if (!found) throw notFound('no such meeting');
    if (found.cancelledAt) return { ok: false, error: { code: 'cancelled' } };
    const { count } = await tx.meeting.updateMany({
      where: { id: known.id, ...owner, revision: known.revision },
      data: { ...meeting, revision: { increment: 1 } },
    });
    if (count === 0) return { ok: false, error: { code: 'conflict' } };
    await recordOffice(tx, consultation, {
      kind: 'meeting-changed',
      viewer,
      subject: { type: 'meeting', id: known.id },
      data: { revision: known.revision + 1 },
    });
    return { ok: true, value: { id: known.id } };
  });
}
