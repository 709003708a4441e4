import type { Db } from '#app/db/client.server.ts';
import { AUDIENCES, type Audience } from './audience.server.ts';
import { embargoKey, letterKey, occasions, officeKey, type Occasion } from './letter-keys.ts';

/** What became of the letters about one occasion to one kind of addressees; an edition corrected twice has them together. */
export type Told = {
  occasion: Occasion;
  audience: Audience;
  sent: number;
  /** In the outbox, not sent yet. */ waiting: number;
  /** Refused for good. */ failed: number;
};

/** The letters of an edition as the outbox knows them: what was only written is not called sent. */
export async function listTold(db: Db, editionId: string): Promise<Told[]> {
  const rows = await Promise.all(
    occasions.map(async (occasion) => {
      const key = letterKey(occasion, editionId);
      const letters = await db.mailMessage.findMany({
        where: { dedupeKey: { startsWith: key } },
        select: { dedupeKey: true, sentAt: true, failedAt: true },
      });
      return AUDIENCES.map((audience): Told => {
        const own = letters.filter(({ dedupeKey }) => audienceOf(dedupeKey ?? '') === audience);
        const sent = own.filter(({ sentAt }) => sentAt !== null).length;
        const failed = own.filter(({ sentAt, failedAt }) => sentAt === null && failedAt !== null).length;
        return { occasion, audience, sent, failed, waiting: own.length - sent - failed };
      });
    }),
  );
  return rows.flat().filter(({ sent, waiting, failed }) => sent + waiting + failed > 0);
}

function audienceOf(key: string): Audience {
  if (key.includes(`:${officeKey}`)) return 'office';
  return key.includes(`:${embargoKey}`) ? 'embargo' : 'press';
}
