import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { tellLive } from '#app/live/tell-live.server.ts';
import { recordEvents, type RecordedEvent } from '#app/record/record-event.server.ts';
import { loadBoard, type Board } from './find-board.server.ts';

/** Kind of the channel on which a board tells of its changes. */
export const boardChannel = 'board';

type Line = Pick<RecordedEvent, 'kind' | 'subject' | 'data' | 'actorId'>;
type Written<R> = {
  result: R;
  /** Lines of the record; none: nothing was written, and nobody is told. */ lines: readonly Line[];
  /** The one new card, when that is all that changed. */ newCard?: string;
};

/**
 * Every write on a board: in one transaction, on the board as it stands under its lock, with the lines it leaves in the record. Who
 * listens is told once it is kept.
 */
export async function boardWrite<R>(
  db: Db,
  slug: string,
  work: (tx: Db, board: Board) => Promise<Written<R>>,
): Promise<R> {
  return transaction(db, async (tx) => {
    await tx.$queryRaw`select id from "Board" where slug = ${slug} for update`;
    const board = await loadBoard(tx, slug);
    const { result, lines, newCard } = await work(tx, board);
    if (lines.length === 0) return result;
    await recordEvents(
      tx,
      lines.map((line) => ({ ...line, teryt: board.teryt })),
    );
    const { revision } = await tx.board.update({
      where: { id: board.id },
      data: { revision: { increment: 1 } },
      select: { revision: true },
    });
    await tellLive(tx, {
      channel: `${boardChannel}:${board.id}`,
      n: revision,
      ...(newCard ? { about: newCard } : {}),
    });
    return result;
  });
}

/** A refusal writes nothing. */
export const refused = <E extends { code: string }>(error: E) => ({
  result: { ok: false as const, error },
  lines: [] as const,
});
