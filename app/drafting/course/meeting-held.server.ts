import type { Db } from '#app/db/client.server.ts';

const minute = 60_000;
/** A meeting without an announced end. */
const usualLength = 180 * minute;
/** People come early and write on after the end. */
const [before, after] = [30 * minute, 120 * minute];

/** Whether the office's announced meeting of this consultation is being held: a hall full of people may write from one address. */
export async function isMeetingHeld(
  db: Db,
  { consultationId, now }: { consultationId: string; now: Date },
): Promise<boolean> {
  const meetings = await db.meeting.findMany({
    where: {
      consultationId,
      cancelledAt: null,
      startsAt: { lte: new Date(now.getTime() + before), gte: new Date(now.getTime() - 48 * 60 * minute) },
    },
    select: { startsAt: true, endsAt: true },
  });
  return meetings.some(
    ({ startsAt, endsAt }) => now.getTime() <= (endsAt?.getTime() ?? startsAt.getTime() + usualLength) + after,
  );
}
