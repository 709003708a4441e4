import type { Db } from '#app/db/client.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { notFound } from '#app/errors/app-error.ts';
import { hashSecret } from '#app/people/secrets.server.ts';
import { isOfficialOf, officialTeryts, type Viewer } from '#app/people/viewer.ts';
import { readMethodology } from '../access/methodologies.server.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import { releaseStageOf } from '../access/release-stage.ts';

/** How somebody comes to speak for an office: as an official with an account, or by the link of its letter. */
export type OfficeDoor = { viewer: Viewer; slug: string; teryt: string } | { secret: string };

export type OfficeRound = {
  /** The link that was come by; null for an official. */
  linkId: string | null;
  edition: {
    id: string;
    slug: string;
    titlePl: string;
    titleEn: string;
    teamName: string;
    contact: string;
    state: string;
    doubleShare: number;
    methodology: Methodology;
    methodologyKey: string;
    methodologyVersion: string;
  };
  round: { id: string; openedAt: Date; endsAt: Date; receivedAt: Date | null };
  municipality: { teryt: string; name: string };
};

/**
 * The reply round that a door leads to: that of the official's own municipality, or of a link that was opened, was not taken back and whose
 * term has not ended. For everybody else it does not exist.
 */
export async function getOfficeRound(db: Db, door: OfficeDoor, now = new Date()): Promise<OfficeRound> {
  const { linkId, where } = await throughDoor(db, door, now);
  const row = await db.replyRound.findFirst({
    where,
    select: {
      id: true,
      teryt: true,
      openedAt: true,
      endsAt: true,
      receivedAt: true,
      edition: {
        select: {
          id: true,
          slug: true,
          titlePl: true,
          titleEn: true,
          state: true,
          doubleShare: true,
          team: { select: { name: true, contact: true } },
          methodology: { select: { id: true, key: true, version: true, hash: true } },
        },
      },
    },
  });
  const municipality =
    row && (await db.municipality.findUnique({ where: { teryt: row.teryt }, select: { teryt: true, name: true } }));
  if (!row || !municipality) throw notFound('no such reply round');
  const {
    edition: { team, methodology, ...edition },
    teryt: _,
    ...round
  } = row;
  return {
    linkId,
    municipality,
    round,
    edition: {
      ...edition,
      teamName: team.name,
      contact: team.contact,
      methodology: await readMethodology(db, methodology),
      methodologyKey: methodology.key,
      methodologyVersion: methodology.version,
    },
  };
}

/** Which round a door leads to; throws not-found where it leads to none. */
async function throughDoor(
  db: Db,
  door: OfficeDoor,
  now: Date,
): Promise<{ linkId: string | null; where: Prisma.ReplyRoundWhereInput }> {
  if ('secret' in door) {
    const link = await findLink(db, door.secret, now);
    if (!link?.openedAt) throw notFound('no link that holds and was opened');
    return { linkId: link.id, where: { id: link.roundId } };
  }
  if (!isOfficialOf(door.viewer, door.teryt)) throw notFound('not an official here');
  return { linkId: null, where: { teryt: door.teryt, edition: { slug: door.slug } } };
}

/** A link that holds: not taken back, its term not over. Null for every other secret. */
export async function findLink(
  db: Db,
  secret: string,
  now = new Date(),
): Promise<{ id: string; roundId: string; openedAt: Date | null } | null> {
  return db.replyLink.findFirst({
    where: { secretHash: hashSecret(secret), revokedAt: null, round: { endsAt: { gt: now } } },
    select: { id: true, roundId: true, openedAt: true },
  });
}

export type OfficeRoundRow = {
  slug: string;
  titlePl: string;
  titleEn: string;
  teamName: string;
  teryt: string;
  endsAt: string;
  isPublished: boolean;
  replied: number;
};

/** Reply rounds of the official's municipalities, the newest first. */
export async function listOfficeRounds(db: Db, { viewer }: { viewer: Viewer }): Promise<OfficeRoundRow[]> {
  const rows = await db.replyRound.findMany({
    where: { teryt: { in: officialTeryts(viewer) } },
    orderBy: { endsAt: 'desc' },
    select: {
      teryt: true,
      endsAt: true,
      replies: { distinct: ['indicator'], select: { indicator: true } },
      edition: {
        select: {
          slug: true,
          titlePl: true,
          titleEn: true,
          state: true,
          publishedAt: true,
          team: { select: { name: true } },
        },
      },
    },
  });
  return rows.map(({ teryt, endsAt, replies, edition: { team, state, publishedAt, ...edition } }) => ({
    ...edition,
    teamName: team.name,
    teryt,
    endsAt: endsAt.toISOString(),
    isPublished: releaseStageOf({ state, publishedAt }, new Date()) === 'public',
    replied: replies.length,
  }));
}
