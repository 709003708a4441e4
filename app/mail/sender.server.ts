/** Sends the letters of the outbox. Several processes may run it on one database: each letter is claimed by one of them. */
import type { Db } from '#app/db/client.server.ts';
import { asLocale, type Locale } from '#app/i18n/locale.ts';
import { log } from '#app/log/log.server.ts';
import { neverSent } from './never-sent.server.ts';
import { isOwnFault, pauseMinutes, refusalOf, type Refusal } from './refusal.ts';
import { startLoop } from './start-loop.server.ts';

export type Envelope = {
  id: string;
  to: string;
  subject: string;
  text: string;
  locale: Locale;
  /** The office that the letter is from, where it has told its address. */
  replyTo: string | null;
  /** Where a POST alone ends the subscription. */
  leaveUrl: string | null;
};
export type SendMail = (letter: Envelope) => Promise<void>;

type Claimed = {
  id: string;
  toEmail: string;
  subject: string;
  body: string;
  attempts: number;
  dedupeKey: string | null;
  locale: string;
  replyTo: string | null;
  leaveUrl: string | null;
};

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
      select id from "MailMessage" where "sentAt" is null and "failedAt" is null and "runAt" <= now() and attempts < ${maxAttempts} and not ${neverSent}
      order by "runAt" limit ${batch} for update skip locked)
    returning id::text as id, "toEmail", subject, body, attempts, "dedupeKey", locale, "leaveUrl",
      (select nullif(o.email, '') from "OfficeDetails" o where "MailMessage"."toOffice" and o.teryt = "MailMessage".teryt) as "replyTo"`;
}

export type Sent = {
  tried: number;
  /** The server is in trouble: there is no sense in trying other letters now. */ hasTrouble: boolean;
};

/**
 * Sends what is due now, at most one batch; of what was taken the words are wiped, since they hold links that let people in.
 * A connection that breaks may be the fault of the one letter it was about: only when another meets the same, and none went through, is
 * the server in trouble. That ends the batch; letters not tried stay due.
 */
export async function sendDue(db: Db, send: SendMail): Promise<Sent> {
  const letters = await claim(db);
  let suspect: Failed | null = null;
  let hasSent = false;
  for (const [index, letter] of letters.entries()) {
    const failed = await sendOne(db, letter, send);
    if (failed && isOwnFault(failed.refusal)) await noteRefusal(db, failed);
    else if (failed && suspect) {
      await noteTrouble(db, [suspect, failed], letters.slice(index + 1));
      return { tried: index + 1, hasTrouble: true };
    } else if (failed) suspect = failed;
    else hasSent = true;
    if (suspect && hasSent) {
      await noteRefusal(db, { ...suspect, refusal: { ...suspect.refusal, kind: 'later' } });
      suspect = null;
    }
  }
  if (suspect) await noteTrouble(db, [suspect], []);
  return { tried: letters.length, hasTrouble: suspect !== null };
}

type Failed = { letter: Claimed; refusal: Refusal; lastError: string };

async function sendOne(db: Db, letter: Claimed, send: SendMail): Promise<Failed | null> {
  try {
    const { id, toEmail, subject, body, replyTo, leaveUrl } = letter;
    await send({ id, to: toEmail, subject, text: body, locale: asLocale(letter.locale), replyTo, leaveUrl });
  } catch (error) {
    return { letter, refusal: refusalOf(error), lastError: describe(error) };
  }
  await db.mailMessage.updateMany({
    where: { id: letter.id },
    data: { sentAt: new Date(), lastError: null, body: '', leaveUrl: null },
  });
  return null;
}

/** Several letters that met the same: an attempt that the server was to blame for does not count against the letter. */
async function noteTrouble(db: Db, failed: readonly Failed[], untried: readonly Claimed[]): Promise<void> {
  for (const each of failed) await noteRefusal(db, each);
  await putBack(db, untried);
}

async function noteRefusal(db: Db, { letter, refusal: { kind, smtp, code }, lastError }: Failed): Promise<void> {
  const isLast = kind === 'permanent' || (kind === 'later' && letter.attempts >= maxAttempts);
  // An attempt that never reached the letter does not count against it.
  const attempts = kind === 'server' ? letter.attempts - 1 : letter.attempts;
  const wait = kind === 'server' ? 0 : (waits[letter.attempts - 1] ?? 0);
  log()[isLast ? 'error' : 'warn'](
    {
      letter: letter.id,
      kind: letterKind(letter.dedupeKey),
      ...(smtp === null ? {} : { smtp }),
      ...(code === null ? {} : { code }),
      attempts: letter.attempts,
    },
    isLast
      ? 'a letter was given up'
      : kind === 'server'
        ? 'the mail server is in trouble'
        : 'a letter was refused for now',
  );
  await db.mailMessage.updateMany({
    where: { id: letter.id },
    data: {
      lastError,
      attempts,
      runAt: new Date(Date.now() + wait * 60_000),
      ...(isLast ? { failedAt: new Date() } : {}),
    },
  });
}

async function putBack(db: Db, letters: readonly Claimed[]): Promise<void> {
  await db.mailMessage.updateMany({
    where: { id: { in: letters.map(({ id }) => id) } },
    data: { attempts: { decrement: 1 }, runAt: new Date() },
  });
}

/** What a letter is about, as far as its key tells; never whom it is for. */
export function letterKind(dedupeKey: string | null): string {
  return /^[a-z][a-z-]{0,40}(?=:)/.exec(dedupeKey ?? '')?.[0] ?? 'letter';
}

/** Code and first line of what a mail server said, which likes to repeat the address: the outbox tells of letters, not of people. */
function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? `${String(error.code)}: ` : '';
  const [line = ''] = (error instanceof Error ? error.message : String(error)).slice(0, 2_000).split('\n');
  return (
    code +
    line
      .split(/\s+/)
      .map((word) => (word.includes('@') ? '…@…' : word))
      .join(' ')
  ).slice(0, 300);
}

/** Starts the loop: one pause for the server when it is in trouble, longer each time. The returned function stops it after the letter in hand. */
export function startSender(
  db: Db,
  send: SendMail,
  everyMs = 5_000,
  now: () => number = Date.now,
): () => Promise<void> {
  let failures = 0;
  let pausedUntil = 0;
  return startLoop('mail sender', everyMs, async () => {
    if (now() < pausedUntil) return false;
    const { tried, hasTrouble } = await sendDue(db, send);
    if (hasTrouble) pausedUntil = now() + pauseMinutes((failures += 1)) * 60_000;
    else if (tried > 0) failures = 0;
    return !hasTrouble && tried === batch;
  });
}
