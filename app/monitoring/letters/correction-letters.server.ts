import type { Db } from '#app/db/client.server.ts';
import { asLocale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translate } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { queueMails } from '#app/mail/queue-mail.server.ts';
import { editionTitle } from '../cards/edition-title.ts';
import type { CorrectionNote } from '../cards/correction-note.ts';

/** Tells the press list of an edition of a correction: who has printed the old figure has to hear of the new one. */
export async function queueCorrectionLetters(
  tx: Db,
  { editionId, note }: { editionId: string; note: CorrectionNote },
): Promise<void> {
  const edition = await tx.edition.findUniqueOrThrow({
    where: { id: editionId },
    select: {
      slug: true,
      titlePl: true,
      titleEn: true,
      subscriptions: { where: { confirmedAt: { not: null }, endedAt: null }, orderBy: { id: 'asc' } },
    },
  });
  await queueMails(
    tx,
    edition.subscriptions.map((subscription) => {
      const locale = asLocale(subscription.locale);
      const to = paths(locale);
      const leaveUrl = absoluteUrl(to.pressLeave(edition.slug, subscription.leaveSecret));
      return {
        to: subscription.email,
        locale,
        teryt: note.teryt,
        dedupeKey: `edition-correction:${editionId}:${note.issue}:${subscription.id}`,
        subject: translate(locale, 'publication.mail.correction.subject', {
          name: note.name,
          title: editionTitle(locale, edition),
        }),
        body: translate(locale, 'publication.mail.correction.body', {
          name: note.name,
          indicator: note.indicator,
          reason: note.reason,
          link: absoluteUrl(`${to.scorecard(edition.slug, note.teryt)}#korekty`),
          leave: leaveUrl,
        }),
        leaveUrl,
      };
    }),
  );
}
