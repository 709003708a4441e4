/** Who is looking: plain data about a signed-in person and the scopes of their roles. */
export type Role = 'official' | 'representative' | 'member' | 'lead' | 'reviewer' | 'admin';

export type Grant = { role: Role; teryt: string | null; teamId: string | null; organisationName: string | null };

export type Viewer = {
  id: string;
  email: string;
  displayName: string;
  verified: boolean;
  /** Takes part by links from letters, without a password. */
  isGuest?: boolean;
  grants: Grant[];
};

export function isAdmin(viewer: Viewer | null): boolean {
  return viewer?.grants.some((grant) => grant.role === 'admin') ?? false;
}

/** Official of this very municipality. An administrator is not an official: rulings need somebody answerable. */
export function isOfficialOf(viewer: Viewer | null, teryt: string): boolean {
  return viewer?.grants.some((grant) => grant.role === 'official' && grant.teryt === teryt) ?? false;
}

export function officialTeryts(viewer: Viewer | null): string[] {
  return viewer?.grants.flatMap((grant) => (grant.role === 'official' && grant.teryt ? [grant.teryt] : [])) ?? [];
}

export function isLeadOf(viewer: Viewer | null, teamId: string): boolean {
  return viewer?.grants.some((grant) => grant.role === 'lead' && grant.teamId === teamId) ?? false;
}

/** Teams that a person leads. */
export function ledTeams(viewer: Viewer): string[] {
  return [...new Set(viewer.grants.flatMap((grant) => (grant.role === 'lead' && grant.teamId ? [grant.teamId] : [])))];
}

/** Roles inside a monitoring team: a lead manages and codes, a member codes, a reviewer decides between two codings. */
export type TeamRole = 'lead' | 'member' | 'reviewer';

const teamRoles: readonly Role[] = ['lead', 'member', 'reviewer'];

/** The strongest role of the person in the team, null for outsiders. */
export function teamRoleOf(viewer: Viewer | null, teamId: string): TeamRole | null {
  const held = viewer?.grants.filter((grant) => grant.teamId === teamId).map((grant) => grant.role) ?? [];
  return (['lead', 'member', 'reviewer'] as const).find((role) => held.includes(role)) ?? null;
}

export function teamIds(viewer: Viewer | null): string[] {
  const ids = viewer?.grants.flatMap((grant) => (teamRoles.includes(grant.role) && grant.teamId ? [grant.teamId] : []));
  return [...new Set(ids ?? [])];
}

/** The organisation a representative speaks for; null for people who speak for themselves. */
export function organisationOf(viewer: Viewer): string | null {
  return viewer.grants.find((grant) => grant.role === 'representative')?.organisationName ?? null;
}
