import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { mayAttach, type CardKind } from './board.ts';
import { refused } from './board-write.server.ts';
import { leadWrite, requireCard } from './lead-board.server.ts';

export type AttachResult = { ok: true } | { ok: false; error: { code: 'not-these' | 'no-change' } };

/** Attaches an answer to what it answers or a resource to the answer that uses it, or ends that. */
export async function attachCards(
  db: Db,
  input: { slug: string; viewer: Viewer; from: number; to: number; attach: boolean; now?: Date },
): Promise<AttachResult> {
  const { viewer, attach, now = new Date() } = input;
  return leadWrite<AttachResult>(db, input, async (tx, board) => {
    const [from, to] = [await requireCard(tx, board, input.from), await requireCard(tx, board, input.to)];
    if (!mayAttach(from.kind as CardKind, to.kind as CardKind)) return refused({ code: 'not-these' as const });
    const pair = { boardId: board.id, fromId: from.id, toId: to.id };
    const live = await tx.boardAttachment.count({ where: { ...pair, removedAt: null } });
    if (live > 0 === attach) return refused({ code: 'no-change' as const });
    if (attach) await tx.boardAttachment.create({ data: { ...pair, teryt: board.teryt } });
    else await tx.boardAttachment.updateMany({ where: { ...pair, removedAt: null }, data: { removedAt: now } });
    // An answer stands in the group of what it answers.
    if (attach && from.kind === 'answer' && to.groupId && !from.groupId)
      await tx.boardCard.update({ where: { id: from.id }, data: { groupId: to.groupId } });
    return {
      result: { ok: true as const },
      lines: [
        {
          kind: attach ? ('board-card-attached' as const) : ('board-card-detached' as const),
          actorId: viewer.id,
          subject: { type: 'board-card', id: from.id },
          data: { from: input.from, to: input.to },
        },
      ],
    };
  });
}
