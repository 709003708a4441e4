import type { Db } from '#app/db/client.server.ts';
import type { CarriedRemark } from './carry-plan.ts';
import { sendFits } from './letters.server.ts';

type Carried = { teryt: string; slug: string; title: string; carried: readonly CarriedRemark[]; version: number };

/** Tells the authors of remarks that a new version touched what it did to their amendments. */
export async function tellFits(tx: Db, { carried, ...about }: Carried): Promise<void> {
  const authors = await tx.remark.findMany({
    where: { id: { in: carried.map(({ remarkId }) => remarkId) } },
    select: { id: true, authorId: true },
  });
  const authorOf = new Map(authors.map(({ id, authorId }) => [id, authorId]));
  await sendFits(
    tx,
    carried.flatMap(({ remarkId, number, fit }) =>
      fit === 'unchanged' ? [] : [{ ...about, remarkId, number, authorId: authorOf.get(remarkId) ?? null, fit }],
    ),
  );
}
