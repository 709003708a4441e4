import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { officeWrite, recordOffice } from '#app/drafting/office/office-write.server.ts';

export type CancelMeetingResult = { ok: true } | { ok: false; error: { code: 'over' | 'cancelled' | 'conflict' } };

/** Cancels a meeting that has not begun; it stays in the list as cancelled. */
export async function cancelMeeting(
  db: Db,
  input: {
    viewer: Viewer;
    slug: string;
    id: string;
    /** Revision on the page: a meeting that was moved since is not cancelled unread. */ revision: number;
    now: Date;
  },
): Promise<CancelMeetingResult> {
  const { viewer, id, now } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<CancelMeetingResult> => {
    const owner = { teryt: consultation.teryt, consultationId: consultation.id };
    const found = await tx.meeting.findFirst({
      where: { id, ...owner },
      select: { startsAt: true, cancelledAt: true, revision: true },
    });
    if (!found) throw notFound('no such meeting');
    if (found.cancelledAt) return { ok: false, error: { code: 'cancelled' } };
    if (found.revision !== input.revision) return { ok: false, error: { code: 'conflict' } };
    if (found.startsAt <= now) return { ok: false, error: { code: 'over' } };
    await tx.meeting.updateMany({
      where: { id, ...owner, cancelledAt: null },
      data: { cancelledAt: now, revision: { increment: 1 } },
    });
    await recordOffice(tx, consultation, { kind: 'meeting-cancelled', viewer, subject: { type: 'meeting', id } });
    return { ok: true };
  });
}
