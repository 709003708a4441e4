import { z } from 'zod';
import type { Db } from '#app/db/client.server.ts';
import { coveredVersions } from './covered-versions.server.ts';
import type { Decision } from '../state/remark-state.ts';
import { versionChangeSchema, type VersionChange } from './version-note.ts';
import type { Signed } from '../state/signature.ts';

/** What made a version: the import, a ruling on a remark, or an editorial change by the office. */
type VersionCause = {
  remark: number;
  kind: 'remark' | 'amendment';
  decision: Decision;
  reason: string;
} & Signed;

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
  cause: VersionCause | null;
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
      rulingId: true,
    },
  });
  const rulings = await db.ruling.findMany({
    where: { consultationId, id: { in: versions.flatMap((version) => version.rulingId ?? []) } },
    select: {
      id: true,
      decision: true,
      reason: true,
      madeByName: true,
      remark: { select: { number: true, kind: true, authorName: true, organisation: true, channel: true } },
    },
  });
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(versions.map((version) => version.createdById))] } },
    select: { id: true, displayName: true },
  });
  const covered = await coveredVersions(db, consultationId);
  return versions.map(({ createdById, rulingId, kind, changes, ...version }) => {
    const ruling = rulings.find((one) => one.id === rulingId);
    return {
      ...version,
      isCovered: covered.has(version.number),
      kind: kind === 'import' || kind === 'ruling' ? kind : 'editorial',
      changes: z.array(versionChangeSchema).parse(changes),
      madeBy: ruling?.madeByName ?? people.find((person) => person.id === createdById)?.displayName ?? '',
      cause: ruling ? causeOf(ruling) : null,
    };
  });
}

type RulingRow = { decision: string; reason: string; remark: { number: number; kind: string } & Signed };

function causeOf({ decision, reason, remark }: RulingRow): VersionCause {
  return {
    remark: remark.number,
    kind: remark.kind === 'amendment' ? 'amendment' : 'remark',
    decision: decision as Decision,
    authorName: remark.authorName,
    organisation: remark.organisation,
    channel: remark.channel,
    reason,
  };
}
