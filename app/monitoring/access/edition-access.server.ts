import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isLeadOf, teamIds, teamRoleOf, type TeamRole, type Viewer } from '#app/people/viewer.ts';
import { readMethodology } from './methodologies.server.ts';
import type { Indicator, Methodology } from '../methodology/methodology-schema.ts';

export type TeamEdition = {
  id: string;
  slug: string;
  teamId: string;
  teamName: string;
  titlePl: string;
  titleEn: string;
  measuredFrom: string;
  measuredTo: string;
  state: string;
  isDemo: boolean;
  isLead: boolean;
  methodology: Methodology;
  methodologyKey: string;
  methodologyVersion: string;
  methodologyHash: string;
  role: TeamRole;
  /** Share of double-coded questions in per cent and the seed of their draw; 0 is no double coding. */
  doubleShare: number;
  doubleSeed: number;
  /** True with double coding: nobody sees another's answer before both are handed in. */
  isBlind: boolean;
};

/** What pages of the desk say of the edition they are in. */
export type DeskEdition = Pick<
  TeamEdition,
  | 'slug'
  | 'titlePl'
  | 'titleEn'
  | 'teamName'
  | 'isLead'
  | 'doubleShare'
  | 'state'
  | 'methodologyKey'
  | 'methodologyVersion'
>;

export function deskEdition(edition: TeamEdition): DeskEdition {
  const { slug, titlePl, titleEn, teamName, isLead, doubleShare, state, methodologyKey, methodologyVersion } = edition;
  return { slug, titlePl, titleEn, teamName, isLead, doubleShare, state, methodologyKey, methodologyVersion };
}

/** An edition of one of the viewer's teams; for everybody else it does not exist. */
export async function getTeamEdition(db: Db, { slug, viewer }: { slug: string; viewer: Viewer }): Promise<TeamEdition> {
  const edition = await db.edition.findFirst({
    where: { slug, teamId: { in: teamIds(viewer) } },
    include: {
      team: { select: { name: true } },
      methodology: { select: { id: true, key: true, version: true, hash: true } },
    },
  });
  if (!edition) throw notFound(`no edition ${slug} of the viewer's teams`);
  const { team, methodology, ...rest } = edition;
  return {
    id: rest.id,
    slug: rest.slug,
    teamId: rest.teamId,
    teamName: team.name,
    titlePl: rest.titlePl,
    titleEn: rest.titleEn,
    measuredFrom: rest.measuredFrom,
    measuredTo: rest.measuredTo,
    state: rest.state,
    isDemo: rest.isDemo,
    isLead: isLeadOf(viewer, rest.teamId),
    role: teamRoleOf(viewer, rest.teamId) ?? 'reviewer',
    doubleShare: rest.doubleShare,
    doubleSeed: rest.doubleSeed,
    isBlind: rest.doubleShare > 0,
    methodology: await readMethodology(db, methodology),
    methodologyKey: methodology.key,
    methodologyVersion: methodology.version,
    methodologyHash: methodology.hash,
  };
}

/** The same for its lead alone. */
export async function getLedEdition(db: Db, options: { slug: string; viewer: Viewer }): Promise<TeamEdition> {
  const edition = await getTeamEdition(db, options);
  if (!edition.isLead) throw notFound(`not the lead of ${options.slug}`);
  return edition;
}

/** An indicator of the edition's methodology; throws not found. */
export function requireIndicator({ methodology }: Pick<TeamEdition, 'methodology'>, id: string): Indicator {
  const indicator = methodology.indicators.find((candidate) => candidate.id === id);
  if (!indicator) throw notFound(`no indicator ${id}`);
  return indicator;
}
