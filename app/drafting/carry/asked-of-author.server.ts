import type { Db } from '#app/db/client.server.ts';
import { askedFits } from '../state/remark.ts';

export type AskedRemark = {
  number: number;
  fit: (typeof askedFits)[number];
  consultation: { slug: string; title: string };
  /** The office's own term for its response, by which an answer still counts for sure. */
  dueAt: Date;
};

/** Open remarks of this person whose text has moved, see `isAuthorAsked`. */
const askedOf = (authorId: string) => ({ authorId, state: 'open', fit: { in: [...askedFits] } });

/** How many remarks wait for an answer of their author. */
export function countAsked(db: Db, authorId: string): Promise<number> {
  return db.remark.count({ where: askedOf(authorId) });
}

/** Remarks that wait for an answer of their author, the most pressing first. */
export async function listAsked(db: Db, authorId: string): Promise<AskedRemark[]> {
  const rows = await db.remark.findMany({
    where: askedOf(authorId),
    orderBy: { id: 'asc' },
    take: 200,
    select: {
      number: true,
      fit: true,
      dueAt: true,
      consultation: { select: { slug: true, title: true, answersDueAt: true } },
    },
  });
  return rows
    .map(({ number, fit, dueAt, consultation: { answersDueAt, ...consultation } }) => ({
      number,
      fit: fit as AskedRemark['fit'],
      consultation,
      dueAt: dueAt ?? answersDueAt,
    }))
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}
