import type { Db } from '#app/db/client.server.ts';
import { asLocale, type Locale } from '#app/i18n/locale.ts';
import { translator, type Translate } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMails } from '#app/mail/queue-mail.server.ts';
import { tokenHours } from '#app/people/email-token.server.ts';
import { guestLinks } from '#app/people/guest-link.server.ts';

export type LetterWords = { subject: string; body: string; path: string };

export type AuthorLetter = {
  authorId: string | null;
  /** Where to write when there is no account, and in which language. */
  contactEmail: string | null;
  locale: Locale;
  dedupeKey: string;
  teryt: string;
  words: (t: Translate, locale: Locale) => LetterWords;
};

type Addressee = { email: string; locale: Locale; guestId: string | null };

/**
 * Writes letters to authors: to the account of each, else to the address the office entered; to nobody where there is neither, or
 * where the account is closed. However many they are, they take the same number of statements: others wait for this transaction.
 */
export async function sendLetters(tx: Db, letters: readonly AuthorLetter[]): Promise<void> {
  const accounts = await accountsOf(tx, letters);
  const drafts = letters.flatMap((letter) => {
    const reader = letter.authorId === null ? byContact(letter) : accounts.get(letter.authorId);
    return reader ? [{ letter, reader, ...letter.words(translator(reader.locale), reader.locale) }] : [];
  });
  // A guest has no password, so the letter also holds a link that lets in once, to answer or withdraw.
  const guests = drafts.filter(({ reader }) => reader.guestId !== null);
  const links = await guestLinks(
    tx,
    guests.map(({ reader, path }) => ({ userId: reader.guestId ?? '', locale: reader.locale, next: path })),
  );
  const linkOf = new Map(guests.map((draft, at) => [draft, links[at] ?? '']));
  await queueMails(
    tx,
    drafts.map((draft) => {
      const {
        letter: { dedupeKey, teryt },
        reader: { email, locale },
        subject,
        body,
        path,
      } = draft;
      const link = linkOf.get(draft);
      const parts = [
        body,
        absoluteUrl(path),
        ...(link
          ? [translator(locale)('register.mail.guest-link', { link, days: tokenHours['guest-sign-in'] / 24 })]
          : []),
      ];
      return { to: email, locale, subject, body: parts.join('\n\n'), dedupeKey, teryt, toOffice: true };
    }),
  );
}

function byContact({ contactEmail, locale }: AuthorLetter): Addressee | null {
  return contactEmail ? { email: contactEmail, locale, guestId: null } : null;
}

async function accountsOf(tx: Db, letters: readonly AuthorLetter[]): Promise<Map<string, Addressee>> {
  const ids = [...new Set(letters.flatMap(({ authorId }) => authorId ?? []))];
  if (ids.length === 0) return new Map();
  const users = await tx.user.findMany({
    where: { id: { in: ids }, disabledAt: null },
    select: { id: true, email: true, locale: true, isGuest: true },
  });
  return new Map(
    users.map(({ id, email, locale, isGuest }) => [
      id,
      { email, locale: asLocale(locale), guestId: isGuest ? id : null },
    ]),
  );
}
