import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translator, type Translate } from '#app/i18n/translate.ts';
import { queueMails } from '#app/mail/queue-mail.server.ts';

type About = { consultation: { id: string; teryt: string }; dedupeKey: string };

/**
 * A letter to everybody who has a remark in the consultation that was not withdrawn, in the language of each: to the account, else to the
 * address that the office entered, once to each address. How many were written to.
 */
export async function tellAuthors(
  tx: Db,
  { consultation, dedupeKey }: About,
  words: (t: Translate, locale: Locale) => { subject: string; body: string },
): Promise<number> {
  const authors = await tx.remark.findMany({
    where: { consultationId: consultation.id, authorId: { not: null }, state: { not: 'withdrawn' } },
    distinct: ['authorId'],
    select: { authorId: true },
  });
  const people = await tx.user.findMany({
    where: { id: { in: authors.flatMap(({ authorId }) => authorId ?? []) }, disabledAt: null },
    select: { id: true, email: true, locale: true },
  });
  const onPaper = await tx.filing.findMany({
    where: {
      consultationId: consultation.id,
      authorId: null,
      contactEmail: { not: null },
      remarks: { some: { state: { not: 'withdrawn' } } },
    },
    orderBy: { number: 'asc' },
    select: { id: true, contactEmail: true, locale: true },
  });
  const byAddress = new Map(onPaper.toReversed().map((filing) => [filing.contactEmail?.toLowerCase() ?? '', filing]));
  const readers = [
    ...people,
    ...[...byAddress].map(([email, { id, locale }]) => ({ id: `filing:${id}`, email, locale })),
  ];
  // The words are the same for everybody who reads one language.
  const inPolish = words(translator('pl'), 'pl');
  const inEnglish = words(translator('en'), 'en');
  await queueMails(
    tx,
    readers.map(({ id, email, locale }) => ({
      to: email,
      locale: locale === 'en' ? 'en' : 'pl',
      ...(locale === 'en' ? inEnglish : inPolish),
      dedupeKey: `${dedupeKey}:${id}`,
      teryt: consultation.teryt,
    })),
  );
  return readers.length;
}
