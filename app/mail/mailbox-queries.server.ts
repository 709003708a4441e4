import type { Db } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/is-uuid.ts';
import { notFound } from '#app/errors/app-error.ts';
import { asLocale, type Locale } from '#app/i18n/locale.ts';
import { publicUrl } from './absolute-url.server.ts';
import { linkParts, type TextPart } from './link-parts.ts';

export type MailRow = {
  id: string;
  to: string;
  subject: string;
  createdAt: Date;
  /** Language of its words. */ locale: Locale;
};

/** Letters of the mailbox page, newest first, at most 200, and how many there are in all. Those with an hour of their own come when it strikes. */
export async function listMails(db: Db): Promise<{ mails: MailRow[]; count: number }> {
  const where = { runAt: { lte: new Date() } };
  const rows = await db.mailMessage.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
    select: { id: true, toEmail: true, subject: true, createdAt: true, locale: true },
  });
  const mails = rows.map(({ toEmail, ...row }) => ({ ...row, to: toEmail, locale: asLocale(row.locale) }));
  return { mails, count: await db.mailMessage.count({ where }) };
}

export async function getMail(db: Db, id: string): Promise<MailRow & { parts: TextPart[] }> {
  const row = isUuid(id) ? await db.mailMessage.findFirst({ where: { id, runAt: { lte: new Date() } } }) : null;
  if (!row) throw notFound('no such letter');
  return {
    id: row.id,
    to: row.toEmail,
    subject: row.subject,
    createdAt: row.createdAt,
    locale: asLocale(row.locale),
    parts: linkParts(row.body, publicUrl()),
  };
}
