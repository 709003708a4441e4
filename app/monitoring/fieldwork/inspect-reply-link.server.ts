import type { Db } from '#app/db/client.server.ts';
import { findLink } from './office-round.server.ts';
import type { Signature } from './signature.server.ts';

export type ReplyLinkDoor = {
  titlePl: string;
  titleEn: string;
  teamName: string;
  municipality: string;
  /** ISO instant. */
  endsAt: string;
  isOpened: boolean;
};

/** What a link leads to; null for one that was taken back, whose term is over, or that never was. Reading it is no opening: programs that look through mail read links, too. */
export async function inspectReplyLink(
  db: Db,
  { secret, now = new Date() }: { secret: string; now?: Date },
): Promise<ReplyLinkDoor | null> {
  const link = await findLink(db, secret, now);
  const round =
    link &&
    (await db.replyRound.findUnique({
      where: { id: link.roundId },
      select: {
        teryt: true,
        endsAt: true,
        edition: { select: { titlePl: true, titleEn: true, team: { select: { name: true } } } },
      },
    }));
  if (!link || !round) return null;
  const { name } = await db.municipality.findUniqueOrThrow({ where: { teryt: round.teryt }, select: { name: true } });
  return {
    titlePl: round.edition.titlePl,
    titleEn: round.edition.titleEn,
    teamName: round.edition.team.name,
    municipality: name,
    endsAt: round.endsAt.toISOString(),
    isOpened: link.openedAt !== null,
  };
}

/** How the last reply or draft by links of this term was signed, to be begun with: the next one is mostly of the same hand. */
export async function lastSignature(
  db: Db,
  { secret, now = new Date() }: { secret: string; now?: Date },
): Promise<Signature> {
  const link = await findLink(db, secret, now);
  const roundId = link?.roundId;
  const none = { name: '', post: '' };
  if (!roundId) return none;
  const reply = await db.reply.findFirst({
    where: { roundId, linkId: { not: null } },
    orderBy: { sentAt: 'desc' },
    select: { authorName: true, sentAt: true },
  });
  // An official with an account signs a draft without a post.
  const draft = await db.replyDraft.findFirst({
    where: { roundId, savedBy: { contains: ', ' } },
    orderBy: { savedAt: 'desc' },
    select: { savedBy: true, savedAt: true },
  });
  const last = reply && (!draft || reply.sentAt > draft.savedAt) ? reply.authorName : (draft?.savedBy ?? '');
  const at = last.indexOf(', ');
  return at < 0 ? none : { name: last.slice(0, at), post: last.slice(at + 2) };
}
