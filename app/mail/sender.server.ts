/** Sends the letters of the outbox. Several processes may run it on one database: each letter is claimed by one of them. */
import type { Db } from '#app/db/client.server.ts';
import { neverSent } from './never-sent.server.ts';
import { startLoop } from './start-loop.server.ts';

export type Envelope = { id: string; to: string; subject: string; text: string };
export type SendMail = (letter: Envelope) => Promise<void>;

type Claimed = { id: string; toEmail: string; subject: string; body: string; attempts: number };

/** How long a claimed letter belongs to one process; after that it is taken for lost and tried again. */
const leaseMinutes = 10;
const batch = 5;
/** Minutes until the next attempt, by attempts made; after the last one the letter stays unsent with its error. */
const waits = [1, 5, 15, 60, 240, 720, 1440, 1440];
export const maxAttempts = waits.length + 1;

/**
 * Claims due letters by one short statement, before any talk with the mail server: a transaction held open meanwhile
 * would keep the only connection of the embedded database.
 */
async function claim(db: Db): Promise<Claimed[]> {
  return db.$queryRaw<Claimed[]>`
    update "MailMessage" set attempts = attempts + 1, "runAt" = now() + make_interval(mins => ${leaseMinutes}::int)
    where id in (
      select id from "MailMessage" where "sentAt" is null and "runAt" <= now() and attempts < ${maxAttempts} and not ${neverSent}
      order by "runAt" limit ${batch} for update skip locked)
    returning id::text as id, "toEmail", subject, body, attempts`;
}

/** Sends what is due now, at most one batch; of what was taken the words are wiped, since they hold links that let people in; returns how many letters were tried. */
export async function sendDue(db: Db, send: SendMail): Promise<number> {
  const letters = await claim(db);
  for (const letter of letters) {
    try {
      await send({ id: letter.id, to: letter.toEmail, subject: letter.subject, text: letter.body });
      await db.mailMessage.updateMany({ where: { id: letter.id }, data: { sentAt: new Date(), lastError: null, body: '' } });
    } catch (error) {
      const wait = waits[letter.attempts - 1] ?? 0;
      await db.mailMessage.updateMany({
        where: { id: letter.id }, data: { lastError: describe(error), runAt: new Date(Date.now() + wait * 60_000) },
      });
    }
  }
  return letters.length;
}

/** Code and first line of what a mail server said. */
function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? `${String(error.code)}: ` : '';
  return (code + (error instanceof Error ? error.message : String(error))).split('\n')[0]!.slice(0, 300);
}

/** Starts the loop. The returned function stops it after the letters in hand. */
export function startSender(db: Db, send: SendMail, everyMs = 5_000): () => Promise<void> {
  return startLoop('mail sender', everyMs, async () => (await sendDue(db, send)) === batch);
}
