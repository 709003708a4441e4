import type { Db } from '#app/db/client.server.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { editionTitle } from '../cards/edition-title.ts';
import { listAudience, listEmbargo, listPress, tell } from './audience.server.ts';
import { embargoKey, letterKey } from './letter-keys.ts';

/** One address that has just joined, or everybody. */
type Only = { subscriptionId?: string; embargoLinkId?: string };

/**
 * Puts the letter of the release into the outbox for everybody who hears of it – the press list, holders of links under embargo, the
 * offices of the municipalities – or for one address that has just joined. The letters wait there for the hour of the release, so no process
 * has to be awake at it and none can write a second one: the outbox knows a letter by its key. Each names the hash of the manifest: who
 * keeps the letter can show later what was released. Does nothing for an edition that is not frozen.
 */
export async function queueReleaseLetters(
  tx: Db,
  { editionId, subscriptionId, embargoLinkId }: { editionId: string } & Only,
): Promise<void> {
  const edition = await tx.edition.findFirst({
    where: { id: editionId, state: 'frozen' },
    select: {
      slug: true,
      titlePl: true,
      titleEn: true,
      publishedAt: true,
      team: { select: { name: true, contact: true } },
      units: { select: { teryt: true } },
      issues: { orderBy: { issue: 'desc' }, take: 1, select: { issue: true, manifestHash: true } },
    },
  });
  const sendAt = edition?.publishedAt;
  if (!edition || !sendAt) return;
  const { slug } = edition;
  const people = subscriptionId
    ? await listPress(tx, { editionId, slug, subscriptionId })
    : embargoLinkId
      ? await listEmbargo(tx, { editionId, linkId: embargoLinkId })
      : await listAudience(tx, { editionId, slug, teryts: edition.units.map(({ teryt }) => teryt) });
  await tell(tx, people, {
    key: letterKey('release', editionId),
    sendAt,
    words: ({ audience, locale, leaveUrl, teryt, municipality }) => {
      const [t, to] = [translator(locale), paths(locale)];
      const title = editionTitle(locale, edition);
      const [issue] = edition.issues;
      const { name: team, contact } = edition.team;
      return {
        subject: t('publication.mail.release.subject', { title }),
        body: [
          teryt
            ? t('publication.mail.release.office', {
                title,
                team,
                contact,
                name: municipality ?? teryt,
                link: absoluteUrl(to.scorecard(slug, teryt)),
              })
            : t('publication.mail.release.body', { title, team, link: absoluteUrl(to.edition(slug)) }),
          ...(issue ? [t('publication.mail.manifest', { issue: issue.issue, hash: issue.manifestHash })] : []),
          t(`publication.mail.why.${audience}`, { leave: leaveUrl ?? '' }),
        ].join('\n\n'),
      };
    },
  });
}

/** Takes back letters of a release that has not come, of all addresses or of one. */
export async function dropReleaseLetters(
  tx: Db,
  { editionId, subscriptionId, embargoLinkId }: { editionId: string } & Only,
): Promise<void> {
  const one = subscriptionId ?? (embargoLinkId ? `${embargoKey}${embargoLinkId}` : '');
  await tx.mailMessage.deleteMany({
    where: {
      dedupeKey: { startsWith: `${letterKey('release', editionId)}${one}` },
      sentAt: null,
      attempts: 0,
      runAt: { gt: new Date() },
    },
  });
}
