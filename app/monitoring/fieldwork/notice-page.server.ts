import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { getLedEdition } from '../access/edition-access.server.ts';
import type { RecordedNotice } from '../cards/asking.ts';
import { toldOf } from './told-of.ts';

export type NoticePage = {
  slug: string;
  titlePl: string;
  titleEn: string;
  municipality: { teryt: string; name: string };
  /** ISO instants. */
  openedAt: string;
  endsAt: string;
  isOpen: boolean;
  /** Whether a link can still be sent. */
  isRunning: boolean;
  teamName: string;
  contact: string;
  links: {
    id: string;
    /** '' for one that was printed. */
    toEmail: string;
    /** ISO instants. */
    createdAt: string;
    openedAt: string | null;
    revokedAt: string | null;
  }[];
  /** The address that the office has told; '' where it is not known. */
  officeEmail: string;
  notice: (RecordedNotice & { by: string }) | null;
  /** ISO instant of the entry, for the next one. */
  seen: string;
  receivedAt: string | null;
};

/** How one office was told of its term, for the lead. */
export async function getNoticePage(
  db: Db,
  { viewer, slug, teryt, now = new Date() }: { viewer: Viewer; slug: string; teryt: string; now?: Date },
): Promise<NoticePage> {
  const edition = await getLedEdition(db, { slug, viewer });
  const round = await db.replyRound.findUnique({ where: { editionId_teryt: { editionId: edition.id, teryt } } });
  const municipality = await db.municipality.findUnique({ where: { teryt }, select: { teryt: true, name: true } });
  if (!round || !municipality) throw notFound(`no term of ${teryt} in ${slug}`);
  const { notice } = toldOf(round);
  const links = await db.replyLink.findMany({ where: { roundId: round.id }, orderBy: { createdAt: 'desc' } });
  const details = await db.officeDetails.findUnique({ where: { teryt }, select: { email: true } });
  const team = await db.team.findUniqueOrThrow({
    where: { id: edition.teamId },
    select: { name: true, contact: true },
  });
  return {
    slug,
    titlePl: edition.titlePl,
    titleEn: edition.titleEn,
    municipality,
    openedAt: round.openedAt.toISOString(),
    endsAt: round.endsAt.toISOString(),
    isOpen: edition.state === 'coding',
    isRunning: edition.state === 'coding' && round.endsAt > now,
    teamName: team.name,
    contact: team.contact,
    links: links.map(({ id, toEmail, createdAt, openedAt, revokedAt }) => ({
      id,
      toEmail,
      createdAt: createdAt.toISOString(),
      openedAt: openedAt?.toISOString() ?? null,
      revokedAt: revokedAt?.toISOString() ?? null,
    })),
    officeEmail: details?.email ?? '',
    notice: notice && { ...notice, by: round.noticeByName ?? '' },
    seen: round.noticeAt?.toISOString() ?? '',
    receivedAt: round.receivedAt?.toISOString() ?? null,
  };
}
