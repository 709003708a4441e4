import type { Db } from '#app/db/client.server.ts';
import { inForce, type Decision } from '../state/remark-state.ts';
import type { Signed } from '../state/signature.ts';

export type LatestRuling = Signed & {
  remark: number;
  kind: 'remark' | 'amendment';
  decision: Decision;
  reason: string;
  madeAt: Date;
  resultVersion: number | null;
  /** Why it corrects an earlier one; '' for the first. */
  correctionReason: string;
};

/** The newest rulings of a consultation, newest first. */
export async function latestRulings(
  db: Db,
  { consultationId, count }: { consultationId: string; count: number },
): Promise<LatestRuling[]> {
  const rows = await db.ruling.findMany({
    where: { consultationId, ...inForce },
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    take: count,
    select: {
      decision: true,
      reason: true,
      madeAt: true,
      resultVersion: true,
      correctionReason: true,
      remark: { select: { number: true, kind: true, authorName: true, organisation: true, channel: true } },
    },
  });
  return rows.map(({ remark, decision, ...row }) => ({
    ...row,
    decision: decision as Decision,
    remark: remark.number,
    kind: remark.kind === 'amendment' ? 'amendment' : 'remark',
    authorName: remark.authorName,
    organisation: remark.organisation,
    channel: remark.channel,
  }));
}
