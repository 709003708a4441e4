import type { Db } from '#app/db/client.server.ts';
import { releaseStageOf } from '../../access/release-stage.ts';
import type { TeamEdition } from '../../access/edition-access.server.ts';
import { listWithdrawals } from '../../access/withdrawals.server.ts';
import type { Withdrawal } from '../../cards/withdrawal.ts';

export type LockedEdition =
  | { ok: true; issue: number; withdrawals: Withdrawal[] }
  | { ok: false; error: { code: 'not-public' | 'withdrawn' } };

/** Holds a released edition until the transaction ends; refused before its release, and once it was withdrawn as a whole. */
export async function lockReleased(
  tx: Db,
  { edition, now }: { edition: Pick<TeamEdition, 'id' | 'teamId'>; now: Date },
): Promise<LockedEdition> {
  const [row] = await tx.$queryRaw<{ issue: number; state: string; publishedAt: Date | null }[]>`
    select issue, state, "publishedAt" from "Edition" where id = ${edition.id}::uuid and "teamId" = ${edition.teamId}::uuid for update`;
  if (!row || releaseStageOf(row, now) !== 'public') return { ok: false, error: { code: 'not-public' } };
  const withdrawals = await listWithdrawals(tx, edition.id);
  if (withdrawals.some(({ teryt }) => teryt === null)) return { ok: false, error: { code: 'withdrawn' } };
  return { ok: true, issue: row.issue, withdrawals };
}
