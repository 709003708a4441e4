import type { Db } from '#app/db/client.server.ts';
import type { Decision } from '../state/remark-state.ts';
import type { Signed } from '../state/signature.ts';

/** A ruling that made a version, alone or with others. */
export type VersionCause = {
  remark: number;
  kind: 'remark' | 'amendment';
  decision: Decision;
  reason: string;
  madeBy: string;
  madeAt: Date;
  /** Units it changed; none where that was not kept. */
  clauseIds: string[];
  /** It goes along with another one of its group, which speaks for it. */
  goesAlong: boolean;
} & Signed;

/**
 * The rulings that made versions of a text, by version: the one that speaks for it first, then in the order in which they changed it. A ruling
 * that only words a corrected one anew has made none.
 */
export async function causesOfVersions(
  db: Db,
  where: { consultationId: string; versions?: readonly number[] },
): Promise<Map<number, VersionCause[]>> {
  const of = where.versions ? { in: [...where.versions] } : { not: null };
  const rulings = await db.ruling.findMany({
    where: { consultationId: where.consultationId, resultVersion: of },
    orderBy: [{ place: 'asc' }, { remark: { number: 'asc' } }],
    select: {
      id: true,
      decision: true,
      reason: true,
      madeByName: true,
      madeAt: true,
      clauseIds: true,
      groupId: true,
      correctsId: true,
      resultVersion: true,
      remark: { select: { number: true, kind: true, authorName: true, organisation: true, channel: true } },
    },
  });
  const leads = await db.version.findMany({
    where: { consultationId: where.consultationId, rulingId: { not: null } },
    select: { rulingId: true },
  });
  const isLead = new Set(leads.map(({ rulingId }) => rulingId));
  const versionOf = new Map(rulings.map(({ id, resultVersion }) => [id, resultVersion]));
  const made = rulings.filter(
    ({ correctsId, resultVersion }) => correctsId === null || versionOf.get(correctsId) !== resultVersion,
  );
  const causes = new Map<number, VersionCause[]>();
  for (const row of [...made.filter(({ id }) => isLead.has(id)), ...made.filter(({ id }) => !isLead.has(id))]) {
    const { remark, decision, reason, madeByName, madeAt, clauseIds } = row;
    causes.set(row.resultVersion!, [
      ...(causes.get(row.resultVersion!) ?? []),
      {
        remark: remark.number,
        kind: remark.kind === 'amendment' ? 'amendment' : 'remark',
        decision: decision as Decision,
        authorName: remark.authorName,
        organisation: remark.organisation,
        channel: remark.channel,
        reason,
        madeBy: madeByName,
        madeAt,
        clauseIds,
        goesAlong: row.groupId !== null && !isLead.has(row.id),
      },
    ]);
  }
  return causes;
}
