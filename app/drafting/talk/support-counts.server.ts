import type { Db } from '#app/db/client.server.ts';
import { wordingHashes } from './wording-hashes.server.ts';

/** Voices for and against the words as they are now, and those given to earlier words and not renewed. */
export type SupportCounts = { support: number; objection: number; supportEarlier: number; objectionEarlier: number };

export const noSupport: SupportCounts = { support: 0, objection: 0, supportEarlier: 0, objectionEarlier: 0 };

/** Counts by id of the remark; every id asked for is in the answer. */
export async function supportCounts(db: Db, remarkIds: readonly string[]): Promise<Map<string, SupportCounts>> {
  const hashes = await wordingHashes(db, remarkIds);
  const groups = await db.support.groupBy({
    by: ['remarkId', 'stance', 'wordingHash'],
    where: { remarkId: { in: [...remarkIds] } },
    _count: { _all: true },
  });
  const counts = new Map(remarkIds.map((id) => [id, { ...noSupport }]));
  for (const { remarkId, stance, wordingHash, _count } of groups) {
    const isNow = wordingHash === hashes.get(remarkId);
    const count = counts.get(remarkId);
    if (count) count[keyOf(stance, isNow)] += _count._all;
  }
  return counts;
}

function keyOf(stance: string, isNow: boolean): keyof SupportCounts {
  if (stance === 'objection') return isNow ? 'objection' : 'objectionEarlier';
  return isNow ? 'support' : 'supportEarlier';
}
