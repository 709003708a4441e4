import type { Db } from '#app/db/client.server.ts';
import { wordingHashes } from '#app/drafting/talk/wording-hashes.server.ts';
import type { Subject } from '#app/record/covered/places.ts';

/** Runs `work` and keeps the support given to a remark with its words: covering them is no other wording. */
export async function keepSupport<T>(
  tx: Db,
  { type, id }: Pick<Subject, 'type' | 'id'>,
  work: () => Promise<T>,
): Promise<T> {
  if (type !== 'remark') return work();
  const before = (await wordingHashes(tx, [id])).get(id);
  const done = await work();
  const after = (await wordingHashes(tx, [id])).get(id);
  if (before !== undefined && after !== undefined && before !== after)
    await tx.support.updateMany({ where: { remarkId: id, wordingHash: before }, data: { wordingHash: after } });
  return done;
}
