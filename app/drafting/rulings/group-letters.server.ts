import type { Db } from '#app/db/client.server.ts';
import { asLocale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMail } from '#app/mail/queue-mail.server.ts';

type About = {
  consultation: { teryt: string; slug: string; title: string };
  group: { id: string; number: number; title: string };
};

/** Tells the official who made the group that an author has left it. */
export async function sendLeft(
  tx: Db,
  { consultation, group, number, revision }: About & { number: number; revision: number },
): Promise<void> {
  const made = await tx.remarkGroup.findUnique({ where: { id: group.id }, select: { createdById: true } });
  const official =
    made && (await tx.user.findUnique({ where: { id: made.createdById }, select: { email: true, locale: true } }));
  if (!official) return;
  const locale = asLocale(official.locale);
  const t = translator(locale);
  await queueMail(tx, {
    to: official.email,
    locale,
    teryt: consultation.teryt,
    dedupeKey: `left:${group.id}:${number}:${revision}`,
    subject: t('deciding.mail.left.subject', { number, title: consultation.title }),
    body: `${t('deciding.mail.left.body', { number, group: group.title })}\n\n${absoluteUrl(paths(locale).ruling(consultation.slug, number))}`,
  });
}
