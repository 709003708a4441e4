import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { isRunning } from './board.ts';
import { boardWrite, refused } from './board-write.server.ts';
import { findBoard, type AtBoard } from './find-board.server.ts';
import { takePart } from './join-board.server.ts';
import { markTrouble, type MarkTrouble } from './weigh.ts';

export type GiveMarksResult =
  | { ok: true; value: { secret: string | null } }
  | {
      ok: false;
      error:
        | { code: 'closed' }
        | { code: 'conflict' }
        | { code: 'too-many'; most: number }
        | { code: 'too-many-on-one'; most: number; number: number | null }
        | { code: 'wait'; seconds: number };
    };

type GiveMarks = {
  slug: string;
  who: AtBoard;
  /** Marks by the number of the answer; what is not named has none. */ marks: ReadonlyMap<number, number>;
  /** Of the person's marks on the page: another window may have changed them. */ revision: number;
  now?: Date;
};

/** Gives all the marks of one person, in place of those given before. */
export async function giveMarks(db: Db, input: GiveMarks): Promise<GiveMarksResult> {
  const { participant } = await findBoard(db, input.slug, input.who);
  const taken = await withinLimit(db, 'board-card', { target: participant?.id ?? null }, () => write(db, input));
  return !taken.ok && isWait(taken.error)
    ? { ok: false, error: { code: 'wait', seconds: taken.error.seconds } }
    : (taken as GiveMarksResult);
}

const isWait = (error: { code: string }): error is TooMany => 'seconds' in error;

function write(db: Db, { slug, who, marks, revision, now = new Date() }: GiveMarks): Promise<GiveMarksResult> {
  return boardWrite<GiveMarksResult>(db, slug, async (tx, board) => {
    if (!board.openPhases.includes('weighing') || !isRunning(board, now)) return refused({ code: 'closed' as const });
    const cards = await tx.boardCard.findMany({
      where: { boardId: board.id, kind: 'answer', hiddenAt: null, mergedIntoId: null },
      select: { id: true, number: true },
    });
    const numbers = new Map(cards.map(({ id, number }) => [number, id]));
    const given = [...marks].filter(([, count]) => count > 0);
    if (given.some(([number]) => !numbers.has(number))) throw notFound('no such answer');
    const wanted = given.map(([number, count]) => ({ cardId: numbers.get(number)!, count }));
    const trouble = markTrouble(wanted, board.marksEach);
    if (trouble) return refused(withNumber(trouble, cards));
    const { id: participantId, secret } = await takePart(tx, { board, who });
    const { count } = await tx.boardParticipant.updateMany({
      where: { id: participantId, revision },
      data: { revision: { increment: 1 } },
    });
    if (count === 0) return refused({ code: 'conflict' as const });
    await tx.boardMark.updateMany({ where: { participantId }, data: { count: 0 } });
    for (const { cardId, count: n } of wanted)
      await tx.boardMark.upsert({
        where: { participantId_cardId: { participantId, cardId } },
        update: { count: n },
        create: { teryt: board.teryt, boardId: board.id, cardId, participantId, count: n },
      });
    return {
      result: { ok: true as const, value: { secret } },
      // That somebody weighed, not who and not what.
      lines: [
        {
          kind: 'board-marks-given' as const,
          actorId: null,
          subject: { type: 'board', id: board.id },
          data: { marks: wanted.reduce((sum, each) => sum + each.count, 0) },
        },
      ],
    };
  });
}

function withNumber(trouble: MarkTrouble, cards: readonly { id: string; number: number }[]) {
  return trouble.code === 'too-many'
    ? trouble
    : {
        code: trouble.code,
        most: trouble.most,
        number: cards.find(({ id }) => id === trouble.cardId)?.number ?? null,
      };
}
