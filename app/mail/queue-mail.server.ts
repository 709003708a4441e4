import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { absoluteUrl, publicUrl } from './absolute-url.server.ts';
import { unlinked } from './unlinked.ts';
import { paths } from '#app/i18n/paths.ts';

export type Letter = {
  to: string;
  /** Language of the addressee (user.locale), for the closing lines; subject and body are given in it already. */
  locale: Locale;
  subject: string;
  /** Plain text, paragraphs apart by an empty line, addresses written out in full (`absoluteUrl`). */
  body: string;
  /** Same key, same letter: the second call does nothing. */
  dedupeKey?: string;
  /** Municipality the letter is about. */
  teryt?: string;
  /** Whoever answers it writes to the office of that municipality. */
  toOffice?: boolean;
  /** Where a POST alone ends the subscription that the letter is of (RFC 8058). */
  leaveUrl?: string;
  /** Not sent, and not shown, before this moment. */
  sendAt?: Date;
};

/**
 * Writes a letter into the outbox in the caller's transaction: it is sent if and only if the change is kept.
 * Addresses in it that are not ours cannot be pressed, whoever typed
 * them. A sender takes it from there; this never talks to a mail server. Not written where there is one of the same key.
 */
export async function queueMail(tx: Db, letter: Letter): Promise<{ written: boolean }> {
  return { written: (await queueMails(tx, [letter])) === 1 };
}

/** Rows of one statement; a statement takes at most 32,767 values. */
const atOnce = 1_000;

/** The same for many: a change that is told to thousands takes a statement per thousand, so that it does not keep others from writing. How many were written. */
export async function queueMails(tx: Db, letters: readonly Letter[]): Promise<number> {
  let written = 0;
  for (let at = 0; at < letters.length; at += atOnce) {
    const rows = letters.slice(at, at + atOnce).map(rowOf);
    written += (await tx.mailMessage.createMany({ data: rows, skipDuplicates: true })).count;
  }
  return written;
}

function rowOf(letter: Letter) {
  return {
    toEmail: letter.to,
    // A line end in a subject would start another header.
    subject: unlinked(letter.subject.replace(/\s+/g, ' ').trim(), publicUrl()),
    body: `${unlinked(letter.body.trim(), publicUrl())}\n\n${closingOf(letter.locale)}\n`,
    dedupeKey: letter.dedupeKey ?? null,
    teryt: letter.teryt ?? null,
    locale: letter.locale,
    toOffice: letter.toOffice ?? false,
    leaveUrl: letter.leaveUrl ?? null,
    ...(letter.sendAt ? { runAt: letter.sendAt } : {}),
  };
}

/** How every letter ends. */
export function closingOf(locale: Locale): string {
  return `-- \n${translate(locale, 'mail.closing')}\n${absoluteUrl(paths(locale).home())}`;
}
