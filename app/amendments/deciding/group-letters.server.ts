import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMail } from '#app/mail/queue-mail.server.ts';

type About = { consultation: { teryt: string; slug: string; title: string }; group: { id: string; number: number; title: string } };

/** Tells authors that their remark will be answered together with others, that it counts apart, and how to leave. */
export async function sendGrouped(tx: Db, { consultation, group, remarks }: About & { remarks: readonly { id: string; number: number; authorId: string | null }[] }): Promise<void> {
  const authorIds = remarks.flatMap(({ authorId }) => authorId ?? []);
  const authors = new Map((await tx.user.findMany({ where: { id: { in: authorIds } }, select: { id: true, email: true, locale: true } })).map((author) => [author.id, author]));
  for (const { id, number, authorId } of remarks) {
    const author = authorId === null ? undefined : authors.get(authorId);
    if (!author) continue;
    const locale: Locale = author.locale === 'en' ? 'en' : 'pl';
    const t = translator(locale);
    await queueMail(tx, {
      to: author.email, locale, teryt: consultation.teryt, dedupeKey: `grouped:${id}:${group.id}`,
      subject: t('deciding.mail.grouped.subject', { number, title: consultation.title }),
      body: `${t('deciding.mail.grouped.body', { number, group: group.title, title: consultation.title })}\n\n${absoluteUrl(paths(locale).group(consultation.slug, group.number))}`,
    });
  }
}

/** Tells the official who made the group that an author has left it. */
export async function sendLeft(tx: Db, { consultation, group, number, revision }: About & { number: number; revision: number }): Promise<void> {
  const made = await tx.remarkGroup.findUnique({ where: { id: group.id }, select: { createdById: true } });
  const official = made && (await tx.user.findUnique({ where: { id: made.createdById }, select: { email: true, locale: true } }));
  if (!official) return;
  const locale: Locale = official.locale === 'en' ? 'en' : 'pl';
  const t = translator(locale);
  await queueMail(tx, {
    to: official.email, locale, teryt: consultation.teryt, dedupeKey: `left:${group.id}:${number}:${revision}`,
    subject: t('deciding.mail.left.subject', { number, title: consultation.title }),
    body: `${t('deciding.mail.left.body', { number, group: group.title })}\n\n${absoluteUrl(paths(locale).ruling(consultation.slug, number))}`,
  });
}
