import type { Db } from '#app/db/client.server.ts';
import { asLocale, type Locale } from '#app/i18n/locale.ts';
import { translator, type Translate } from '#app/i18n/translate.ts';
import { queueMails } from '#app/mail/queue-mail.server.ts';

type About = { consultation: { id: string; teryt: string }; dedupeKey: string };

type Reader = { key: string; email: string; locale: Locale };

/**
 * A letter to everybody who takes part in the consultation and can be written to, once to each address and in the language of
 * each: who has a remark that was not withdrawn, with an account or an address that the office entered, and who supports or
 * objects to one.
 */
export async function tellAuthors(
  tx: Db,
  { consultation, dedupeKey }: About,
  words: (t: Translate, locale: Locale) => { subject: string; body: string },
): Promise<number> {
  const readers = new Map<string, Reader>();
  for (const reader of [...(await withAccounts(tx, consultation.id)), ...(await byAddress(tx, consultation.id))])
    if (!readers.has(reader.email)) readers.set(reader.email, reader);
  // The words are the same for everybody who reads one language.
  const inPolish = words(translator('pl'), 'pl');
  const inEnglish = words(translator('en'), 'en');
  await queueMails(
    tx,
    [...readers.values()].map(({ key, email, locale }) => ({
      to: email,
      locale,
      ...(locale === 'en' ? inEnglish : inPolish),
      dedupeKey: `${dedupeKey}:${key}`,
      teryt: consultation.teryt,
      toOffice: true,
    })),
  );
  return readers.size;
}

async function withAccounts(tx: Db, consultationId: string): Promise<Reader[]> {
  const authors = await tx.remark.findMany({
    where: { consultationId, authorId: { not: null }, state: { not: 'withdrawn' } },
    distinct: ['authorId'],
    select: { authorId: true },
  });
  const voices = await tx.support.findMany({
    where: { consultationId, remark: { state: { not: 'withdrawn' } } },
    distinct: ['userId'],
    select: { userId: true },
  });
  const people = await tx.user.findMany({
    where: {
      id: { in: [...authors.flatMap(({ authorId }) => authorId ?? []), ...voices.map(({ userId }) => userId)] },
      disabledAt: null,
      closedAt: null,
    },
    select: { id: true, email: true, locale: true },
  });
  return people.map(({ id, email, locale }) => ({ key: id, email, locale: asLocale(locale) }));
}

async function byAddress(tx: Db, consultationId: string): Promise<Reader[]> {
  const filings = await tx.filing.findMany({
    where: {
      consultationId,
      authorId: null,
      contactEmail: { not: null },
      remarks: { some: { state: { not: 'withdrawn' } } },
    },
    orderBy: { number: 'asc' },
    select: { id: true, contactEmail: true, locale: true },
  });
  return filings.flatMap(({ id, contactEmail, locale }) =>
    contactEmail ? [{ key: id, email: contactEmail, locale: asLocale(locale) }] : [],
  );
}
