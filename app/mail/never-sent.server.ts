import type { Db } from '#app/db/client.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';

/**
 * Condition on "MailMessage": a letter of the demonstration, to one of its accounts or to a name that no mail server can
 * have (RFC 2606). It stays on the mailbox page, whatever mail server is set afterwards.
 */
export const neverSent = Prisma.sql`("toEmail" ~* '[@.](example|invalid|test|localhost)$'
  or exists (select 1 from "User" demo where demo.email = "toEmail" and demo."isDemo"))`;

/** Hours that a letter may have waited for the first mail server of an installation. */
const freshHours = 1;

/**
 * Sets aside what was written before a mail server was ever set: people have read it on the mailbox page, or it is past.
 * Where any letter was ever tried it does nothing. Returns how many letters were set aside.
 */
export async function setAsideEarlierLetters(db: Db, maxAttempts: number): Promise<number> {
  return db.$executeRaw`
    update "MailMessage" set attempts = ${maxAttempts}, "lastError" = 'written before a mail server was set; not sent'
    where "sentAt" is null and attempts = 0 and "runAt" <= now() and "createdAt" < now() - make_interval(hours => ${freshHours}::int)
      and not exists (select 1 from "MailMessage" tried where tried.attempts > 0)`;
}
