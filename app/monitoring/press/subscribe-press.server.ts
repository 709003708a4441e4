import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translate } from '#app/i18n/translate.ts';
import { takeLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMail } from '#app/mail/queue-mail.server.ts';
import { makeSecret } from '#app/people/secrets.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { editionTitle } from '../cards/edition-title.ts';

/** How long a confirmation letter keeps others from being sent to the same address: a form must not flood a mailbox. */
const QUIET_MINUTES = 10;

/**
 * Asks the owner of an address whether it should be on the press list of an edition; nothing is sent to it before the answer. The
 * caller learns nothing about the address. Throws not found for an edition that is neither announced nor released.
 */
export async function subscribePress(
  db: Db,
  { slug, email, locale, now = new Date() }: { slug: string; email: string; locale: Locale; now?: Date },
): Promise<{ ok: true } | { ok: false; error: TooMany }> {
  const edition = await db.edition.findFirst({
    where: { slug, state: 'frozen' },
    select: { id: true, titlePl: true, titleEn: true },
  });
  if (!edition) throw notFound(`no edition ${slug} with a press list`);
  const taken = await takeLimit(db, 'press-list', { target: email });
  if (!taken.ok) return taken;
  await ask(db, { slug, email, locale, now, edition });
  return { ok: true };
}

type Asking = {
  slug: string;
  email: string;
  locale: Locale;
  now: Date;
  edition: { id: string; titlePl: string; titleEn: string };
};

async function ask(db: Db, { slug, email, locale, now, edition }: Asking): Promise<void> {
  await transaction(db, async (tx) => {
    const key = { editionId: edition.id, email };
    const { secret, hash } = makeSecret();
    await tx.pressSubscription.createMany({
      data: [{ ...key, locale, secretHash: hash, leaveSecret: makeSecret().secret, askedAt: now }],
      skipDuplicates: true,
    });
    const row = await tx.pressSubscription.findUniqueOrThrow({ where: { editionId_email: key } });
    if (row.confirmedAt && !row.endedAt) return;
    if (row.secretHash !== hash) {
      const quietSince = new Date(now.getTime() - QUIET_MINUTES * 60_000);
      const { count } = await tx.pressSubscription.updateMany({
        where: { id: row.id, askedAt: { lte: quietSince } },
        data: { secretHash: hash, askedAt: now, locale },
      });
      if (count === 0) return;
    }
    await recordEvent(tx, {
      editionId: edition.id,
      kind: 'press-asked',
      subject: { type: 'press-subscription', id: row.id },
    });
    const params = {
      title: editionTitle(locale, edition),
      link: absoluteUrl(paths(locale).pressConfirm(slug, secret)),
    };
    await queueMail(tx, {
      to: email,
      locale,
      subject: translate(locale, 'publication.mail.confirm.subject', params),
      body: translate(locale, 'publication.mail.confirm.body', params),
    });
  });
}
