import type { Db } from '#app/db/client.server.ts';
import { dayOf, warsawInstant } from '#app/i18n/dates.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { publicUrl } from './absolute-url.server.ts';
import { closingOf, queueMail } from './queue-mail.server.ts';
import { unlinked } from './unlinked.ts';

type DigestLine = {
  to: string;
  locale: Locale;
  /** Whose digest, and of what: `digest:office:<person>`. One letter a day for each municipality. */
  key: string;
  teryt: string;
  subject: string;
  /** First paragraph of the letter. */
  intro: string;
  /** One paragraph of this event. */
  line: string;
  now: Date;
};

/** Hour at which digests go out, in Poland. */
const digestHour = '07:00';

/** The next time a digest goes out, at least a minute away so that nothing is written into a letter that is being sent. */
export function nextDigest(now: Date): Date {
  const soon = new Date(now.getTime() + 60_000);
  const today = warsawInstant(dayOf(soon), digestHour);
  if (today && today > soon) return today;
  const tomorrow = warsawInstant(dayOf(new Date(soon.getTime() + 86_400_000)), digestHour);
  if (!tomorrow) throw new Error('a day without a morning');
  return tomorrow;
}

/** Adds a paragraph to the letter of the next morning, which begins with the first one, in the caller's transaction. */
export async function addToDigest(tx: Db, { line, now, ...digest }: DigestLine): Promise<void> {
  const end = `\n\n${closingOf(digest.locale)}\n`;
  for (let sendAt = nextDigest(now); ; sendAt = nextDigest(sendAt)) {
    const dedupeKey = `${digest.key}:${digest.teryt}:${dayOf(sendAt)}`;
    const { written } = await queueMail(tx, {
      to: digest.to,
      locale: digest.locale,
      subject: digest.subject,
      body: `${digest.intro}\n\n${line}`,
      dedupeKey,
      teryt: digest.teryt,
      sendAt,
    });
    if (written) return;
    // The end of every letter is the same: the paragraph goes before it. A letter that the sender has taken is left alone, and the next begun.
    const added = await tx.$executeRaw`
      update "MailMessage" set body = left(body, -length(${end})) || ${`\n\n${unlinked(line.trim(), publicUrl())}`} || ${end}
      where "dedupeKey" = ${dedupeKey} and "sentAt" is null and attempts = 0 and right(body, length(${end})) = ${end}`;
    if (added === 1) return;
  }
}
