import { z } from 'zod';
import type { Db } from '#app/db/client.server.ts';
import { coveredVersions } from './covered-versions.server.ts';
import { versionChangeSchema, type VersionChange } from './version-note.ts';
import { causesOfVersions, type VersionCause } from './version-causes.server.ts';

export type ListedVersion = {
  number: number;
  kind: 'import' | 'ruling' | 'editorial';
  note: string;
  changes: VersionChange[];
  hash: string;
  /** Words in its text were covered since: the hash is of what stood there before. */
  isCovered: boolean;
  createdAt: Date;
  madeBy: string;
  /** The rulings that made it: none for the import and a change by the office itself. */
  causes: VersionCause[];
};

/** Versions of a consultation with what made each, newest first. */
export async function listVersions(db: Db, consultationId: string): Promise<ListedVersion[]> {
  const versions = await db.version.findMany({
    where: { consultationId },
    orderBy: { number: 'desc' },
    select: {
      number: true,
      kind: true,
      note: true,
      changes: true,
      hash: true,
      createdAt: true,
      createdById: true,
    },
  });
  const made = await causesOfVersions(db, { consultationId });
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(versions.map((version) => version.createdById))] } },
    select: { id: true, displayName: true },
  });
  const covered = await coveredVersions(db, consultationId);
  return versions.map(({ createdById, kind, changes, ...version }) => {
    const causes = made.get(version.number) ?? [];
    return {
      ...version,
      isCovered: covered.has(version.number),
      kind: kind === 'import' || kind === 'ruling' ? kind : 'editorial',
      changes: z.array(versionChangeSchema).parse(changes),
      madeBy: causes[0]?.madeBy ?? people.find((person) => person.id === createdById)?.displayName ?? '',
      causes,
    };
  });
}
