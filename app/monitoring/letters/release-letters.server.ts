import type { Db } from '#app/db/client.server.ts';
import { asLocale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translate } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMails } from '#app/mail/queue-mail.server.ts';
import { editionTitle } from '../cards/edition-title.ts';

const keyOf = (editionId: string) => `edition-release:${editionId}:`;

/**
 * Puts the letter of the release into the outbox for everybody on the press list, or for one address that has just joined. The
 * letters wait there for the hour of the release, so no process has to be awake at it and none can write a second one: the
 * outbox knows a letter by its key. Does nothing for an edition that is not frozen.
 */
export async function queueReleaseLetters(
  tx: Db,
  { editionId, subscriptionId }: { editionId: string; subscriptionId?: string },
): Promise<void> {
  const edition = await tx.edition.findFirst({
    where: { id: editionId, state: 'frozen' },
    select: {
      slug: true,
      titlePl: true,
      titleEn: true,
      publishedAt: true,
      team: { select: { name: true } },
      subscriptions: {
        where: { confirmedAt: { not: null }, endedAt: null, ...(subscriptionId ? { id: subscriptionId } : {}) },
        orderBy: { id: 'asc' },
      },
    },
  });
  const sendAt = edition?.publishedAt;
  if (!edition || !sendAt) return;
  await queueMails(
    tx,
    edition.subscriptions.map((subscription) => {
      const locale = asLocale(subscription.locale);
      const to = paths(locale);
      const title = editionTitle(locale, edition);
      const leaveUrl = absoluteUrl(to.pressLeave(edition.slug, subscription.leaveSecret));
      return {
        to: subscription.email,
        locale,
        sendAt,
        dedupeKey: `${keyOf(editionId)}${subscription.id}`,
        subject: translate(locale, 'publication.mail.release.subject', { title }),
        body: translate(locale, 'publication.mail.release.body', {
          title,
          team: edition.team.name,
          link: absoluteUrl(to.edition(edition.slug)),
          leave: leaveUrl,
        }),
        leaveUrl,
      };
    }),
  );
}

/** Takes back letters of a release that has not come, of all addresses or of one. */
export async function dropReleaseLetters(
  tx: Db,
  { editionId, subscriptionId = '' }: { editionId: string; subscriptionId?: string },
): Promise<void> {
  await tx.mailMessage.deleteMany({
    where: {
      dedupeKey: { startsWith: `${keyOf(editionId)}${subscriptionId}` },
      sentAt: null,
      attempts: 0,
      runAt: { gt: new Date() },
    },
  });
}
