import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isLeadOf, teamIds, type TeamRole, type Viewer } from '#app/people/viewer.ts';
import type { TieKind } from './ties.ts';

export type TeamPerson = {
  id: string;
  name: string;
  email: string;
  roles: TeamRole[];
  /** Ties in force; shown to the team. */ ties: TeamTie[];
};
type TeamTie = {
  teryt: string;
  municipality: string;
  kind: TieKind;
  words: string;
  since: string | null;
  until: string | null;
  declaredAt: string;
};
type OpenInvitation = { id: string; email: string; role: TeamRole; expiresAt: string };
export type TeamPage = {
  id: string;
  slug: string;
  name: string;
  isLead: boolean;
  people: TeamPerson[];
  invitations: OpenInvitation[];
};

/** The people of one of the viewer's teams with their declared ties, and to the lead the open invitations. */
export async function getTeamPage(
  db: Db,
  { viewer, slug, now = new Date() }: { viewer: Viewer; slug: string; now?: Date },
): Promise<TeamPage> {
  const team = await db.team.findFirst({
    where: { slug, id: { in: teamIds(viewer) } },
    select: { id: true, slug: true, name: true },
  });
  if (!team) throw notFound(`no team ${slug} of the viewer`);
  const isLead = isLeadOf(viewer, team.id);
  const grants = await db.roleGrant.findMany({
    where: { teamId: team.id, revokedAt: null },
    orderBy: { grantedAt: 'asc' },
    select: { role: true, user: { select: { id: true, displayName: true, email: true } } },
  });
  const people = new Map<string, TeamPerson>();
  for (const { role, user } of grants) {
    const known = people.get(user.id) ?? {
      id: user.id,
      name: user.displayName,
      email: user.email,
      roles: [],
      ties: [],
    };
    people.set(user.id, { ...known, roles: [...known.roles, role as TeamRole] });
  }
  const ties = await db.tieDeclaration.findMany({
    where: { userId: { in: [...people.keys()] }, replacedAt: null, kind: { not: 'none' } },
    orderBy: { declaredAt: 'asc' },
  });
  const names = new Map(
    (
      await db.municipality.findMany({
        where: { teryt: { in: ties.map((tie) => tie.teryt) } },
        select: { teryt: true, name: true },
      })
    ).map((row) => [row.teryt, row.name]),
  );
  for (const { userId, teryt, kind, words, since, until, declaredAt } of ties) {
    people.get(userId)?.ties.push({
      teryt,
      municipality: names.get(teryt) ?? teryt,
      kind: kind as TieKind,
      words,
      since,
      until,
      declaredAt: declaredAt.toISOString(),
    });
  }
  const invitations = isLead
    ? await db.teamInvitation.findMany({
        where: { teamId: team.id, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
        orderBy: { createdAt: 'asc' },
        select: { id: true, email: true, role: true, expiresAt: true },
      })
    : [];
  return {
    ...team,
    isLead,
    people: [...people.values()],
    invitations: invitations.map(({ role, expiresAt, ...row }) => ({
      ...row,
      role: role as TeamRole,
      expiresAt: expiresAt.toISOString(),
    })),
  };
}
