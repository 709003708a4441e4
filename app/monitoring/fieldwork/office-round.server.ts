import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, officialTeryts, type Viewer } from '#app/people/viewer.ts';
import { readMethodology } from '../access/methodologies.server.ts';
import type { Methodology } from '../methodology/methodology-schema.ts';
import { releaseStageOf } from '../access/release-stage.ts';

export type OfficeRound = {
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

/** The reply round of the official's own municipality; for everybody else it does not exist. */
export async function getOfficeRound(
  db: Db,
  { viewer, slug, teryt }: { viewer: Viewer; slug: string; teryt: string },
): Promise<OfficeRound> {
  if (!isOfficialOf(viewer, teryt)) throw notFound('not an official here');
  const row = await db.replyRound.findFirst({
    where: { teryt, edition: { slug } },
    select: {
      id: true,
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
  const municipality = await db.municipality.findUnique({ where: { teryt }, select: { teryt: true, name: true } });
  if (!row || !municipality) throw notFound(`no reply round for ${teryt} in ${slug}`);
  const {
    edition: { team, methodology, ...edition },
    ...round
  } = row;
  return {
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
