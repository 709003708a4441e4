import type { Db } from '#app/db/client.server.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { refused } from './board-write.server.ts';
import { leadWrite } from './lead-board.server.ts';

type BoardFacts = { title: string; question: string; closesAt: Date };
type ChangeBoard = {
  slug: string;
  viewer: Viewer;
  facts: BoardFacts;
  reason: string;
  /** How many changes the form knew of: somebody else may have made one. */ known: number;
  now?: Date;
};
export type ChangeBoardResult = { ok: true } | { ok: false; error: { code: 'conflict' | 'same' | 'dates' } };

/** Changes what a board is called and asks, or when it ends, with a reason that everybody reads. What was there stays beside it. */
export function changeBoard(db: Db, input: ChangeBoard): Promise<ChangeBoardResult> {
  const { viewer, facts, reason, known, now = new Date() } = input;
  return leadWrite<ChangeBoardResult>(db, input, async (tx, board) => {
    const of = { boardId: board.id };
    if ((await tx.boardChange.count({ where: of })) !== known) return refused({ code: 'conflict' as const });
    const kept = ({ title, question, closesAt }: BoardFacts) => ({ title, question, closesAt: closesAt.toISOString() });
    const [before, after] = [kept(board), kept(facts)];
    if (JSON.stringify(before) === JSON.stringify(after)) return refused({ code: 'same' as const });
    const isMoved = before.closesAt !== after.closesAt;
    if (isMoved && (facts.closesAt <= now || facts.closesAt <= board.opensAt))
      return refused({ code: 'dates' as const });
    await tx.board.update({ where: { id: board.id }, data: facts });
    await tx.boardChange.create({
      data: { ...of, teryt: board.teryt, before, after, reason, madeById: viewer.id, madeAt: now },
    });
    await bumpRevision(tx);
    return {
      result: { ok: true as const },
      lines: [
        {
          kind: 'board-changed' as const,
          actorId: viewer.id,
          subject: { type: 'board', id: board.id },
          data: { known },
        },
      ],
    };
  });
}

export type BoardChangeLine = { reason: string; at: Date; before: ShownFacts; after: ShownFacts };
type ShownFacts = { title: string; question: string; closesAt: string };

/** What was changed since the board was opened, the oldest first. */
export async function boardChanges(db: Db, boardId: string): Promise<BoardChangeLine[]> {
  const rows = await db.boardChange.findMany({
    where: { boardId },
    orderBy: { id: 'asc' },
    select: { reason: true, madeAt: true, before: true, after: true },
  });
  return rows.map(({ reason, madeAt, before, after }) => ({
    reason,
    at: madeAt,
    before: before as ShownFacts,
    after: after as ShownFacts,
  }));
}
