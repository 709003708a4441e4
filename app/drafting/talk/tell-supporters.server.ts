import type { Db } from '#app/db/client.server.ts';
import { asLocale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMails } from '#app/mail/queue-mail.server.ts';
import { wordingHashes } from './wording-hashes.server.ts';

/**
 * Writes to everybody whose voice was given to other words than these remarks have now: it is not counted for the new
 * words until renewed. One letter per person and wording, however often this is called.
 */
export async function tellSupporters(tx: Db, remarkIds: readonly string[]): Promise<void> {
  if (remarkIds.length === 0) return;
  const hashes = await wordingHashes(tx, remarkIds);
  const voices = await tx.support.findMany({
    where: { remarkId: { in: [...remarkIds] }, remark: { state: 'open' } },
    select: {
      remarkId: true,
      userId: true,
      stance: true,
      wordingHash: true,
      teryt: true,
      remark: { select: { number: true, consultation: { select: { slug: true, title: true } } } },
    },
  });
  const earlier = voices.filter(({ remarkId, wordingHash }) => wordingHash !== hashes.get(remarkId));
  const people = await tx.user.findMany({
    where: { id: { in: earlier.map(({ userId }) => userId) } },
    select: { id: true, email: true, locale: true },
  });
  const byId = new Map(people.map((person) => [person.id, person]));
  await queueMails(
    tx,
    earlier.flatMap(({ remarkId, userId, stance, teryt, remark }) => {
      const person = byId.get(userId);
      if (!person) return [];
      const locale = asLocale(person.locale);
      const t = translator(locale);
      const {
        number,
        consultation: { slug, title },
      } = remark;
      const link = absoluteUrl(`${paths(locale).remark(slug, number)}#poparcie`);
      return [
        {
          to: person.email,
          locale,
          teryt,
          toOffice: true,
          dedupeKey: `support:${remarkId}:${userId}:${(hashes.get(remarkId) ?? '').slice(0, 16)}`,
          subject: t('textwork.mail.support.subject', { number, title }),
          body: `${t(stance === 'objection' ? 'textwork.mail.support.objection' : 'textwork.mail.support.support', { number, title })}\n\n${link}`,
        },
      ];
    }),
  );
}
