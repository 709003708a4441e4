import type { Db } from '#app/db/client.server.ts';
import { isAdmin, ledTeams, type Viewer } from '#app/people/viewer.ts';

export type StoredVersion = {
  id: string;
  version: string;
  hash: string;
  /** Null for what came with the program or from an administrator. */ teamId: string | null;
  createdAt: Date;
  editions: number;
};

/** All versions of a methodology, whoever brought them, the oldest first. */
export async function listVersions(db: Db, key: string): Promise<StoredVersion[]> {
  const rows = await db.methodology.findMany({
    where: { key },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      version: true,
      hash: true,
      teamId: true,
      createdAt: true,
      _count: { select: { editions: true } },
    },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, editions: _count.editions }));
}

/** The versions that follow one another for a team: those of nobody and its own. Another team's versions never stand between them. */
export function chainOf<T extends { teamId: string | null }>(versions: readonly T[], teamId: string | null): T[] {
  return versions.filter((each) => each.teamId === null || each.teamId === teamId);
}

/**
 * Whether an edition refers to a version, or to one that came after it: the later one is compared with earlier editions across the
 * bridges of all between, so none of them may change.
 */
export function isUsed(
  versions: readonly StoredVersion[],
  { id, teamId }: Pick<StoredVersion, 'id' | 'teamId'>,
): boolean {
  const after = versions.slice(versions.findIndex((each) => each.id === id));
  return after.some(
    (each) =>
      each.editions > 0 && (teamId === null || each.id === id || each.teamId === null || each.teamId === teamId),
  );
}

/** Versions that this person may still change, as „key/version”, each with the hash of its words now. */
export async function versionsToChange(db: Db, viewer: Viewer): Promise<[name: string, hash: string][]> {
  const rows = await db.methodology.findMany({
    where: {
      editions: { none: {} },
      OR: [{ teamId: { in: ledTeams(viewer) } }, ...(isAdmin(viewer) ? [{ teamId: null }] : [])],
    },
    orderBy: [{ key: 'asc' }, { version: 'asc' }],
    select: { key: true, version: true, hash: true },
  });
  return rows.map(({ key, version, hash }) => [`${key}/${version}`, hash]);
}

/** Teams that a methodology of this person can belong to, by name. */
export function teamsToOwn(db: Db, viewer: Viewer): Promise<{ id: string; name: string }[]> {
  return db.team.findMany({
    where: { id: { in: ledTeams(viewer) } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}
