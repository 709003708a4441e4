import type { Db } from '#app/db/client.server.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { leadsBoard, type Phase } from './board.ts';
import { boardWrite, refused } from './board-write.server.ts';
import type { Board } from './find-board.server.ts';

type Leading = { slug: string; viewer: Viewer; now?: Date };
type Done = { ok: true };
type Refused<C extends string> = { ok: false; error: { code: C } };
const done = { ok: true } as const;

/** A write of somebody who leads the board; for everybody else it does not exist. */
export function leadWrite<R>(db: Db, { slug, viewer }: Leading, work: Parameters<typeof boardWrite<R>>[2]): Promise<R> {
  return boardWrite<R>(db, slug, async (tx, board) => {
    if (!leadsBoard(viewer, board)) throw notFound('does not lead the board');
    return work(tx, board);
  });
}

/** Opens or closes a phase; they may overlap. What is so already is refused, so that two who lead see what the other did. */
export async function setPhase(
  db: Db,
  input: Leading & { phase: Phase; open: boolean },
): Promise<Done | Refused<'no-change'>> {
  const { viewer, phase, open, now = new Date() } = input;
  return leadWrite<Done | Refused<'no-change'>>(db, input, async (tx, board) => {
    if (board.openPhases.includes(phase) === open) return refused({ code: 'no-change' as const });
    if (open)
      await tx.boardPhase.create({
        data: { teryt: board.teryt, boardId: board.id, phase, openedAt: now, openedById: viewer.id },
      });
    else
      await tx.boardPhase.updateMany({
        where: { boardId: board.id, phase, closedAt: null },
        data: { closedAt: now, closedById: viewer.id },
      });
    await bumpRevision(tx);
    return {
      result: done,
      lines: [
        {
          kind: open ? ('board-phase-opened' as const) : ('board-phase-closed' as const),
          actorId: viewer.id,
          subject: { type: 'board', id: board.id },
          data: { phase },
        },
      ],
    };
  });
}

/** Hides a card with a reason that its writer reads, or shows it again. The words stay. */
export async function hideCard(
  db: Db,
  input: Leading & { number: number; /** Null shows it again. */ reason: string | null },
): Promise<Done | Refused<'no-change'>> {
  const { viewer, number, reason, now = new Date() } = input;
  return leadWrite<Done | Refused<'no-change'>>(db, input, async (tx, board) => {
    const card = await requireCard(tx, board, number);
    const { count } = await tx.boardCard.updateMany({
      where: { id: card.id, hiddenAt: reason === null ? { not: null } : null },
      data:
        reason === null
          ? { hiddenAt: null, hiddenById: null, hiddenReason: null }
          : { hiddenAt: now, hiddenById: viewer.id, hiddenReason: reason },
    });
    if (count === 0) return refused({ code: 'no-change' as const });
    return {
      result: done,
      lines: [
        {
          kind: reason === null ? ('board-card-shown' as const) : ('board-card-hidden' as const),
          actorId: viewer.id,
          subject: { type: 'board-card', id: card.id },
          data: { number },
        },
      ],
    };
  });
}

/** Joins equal cards to the first of them; all stay readable. `into` null takes the cards apart again. */
export async function mergeCards(
  db: Db,
  input: Leading & { into: number | null; numbers: readonly number[] },
): Promise<Done | Refused<'nothing' | 'other-kind' | 'moved'>> {
  const { viewer, into, numbers } = input;
  return leadWrite<Done | Refused<'nothing' | 'other-kind' | 'moved'>>(db, input, async (tx, board) => {
    const others = numbers.filter((number) => number !== into);
    if (others.length === 0) return refused({ code: 'nothing' as const });
    const main = into === null ? null : await requireCard(tx, board, into);
    const cards = await tx.boardCard.findMany({
      where: { boardId: board.id, number: { in: others } },
      select: { id: true, kind: true, mergedIntoId: true, _count: { select: { merged: true } } },
    });
    if (cards.length !== others.length) throw notFound('no such card');
    if (main && cards.some(({ kind }) => kind !== main.kind)) return refused({ code: 'other-kind' as const });
    // A card that stands for others, or is joined to one, is taken apart first: somebody else may have just done that.
    const isFree = (card: (typeof cards)[number]) => card.mergedIntoId === null && card._count.merged === 0;
    if (main ? main.mergedIntoId !== null || !cards.every(isFree) : cards.some(({ mergedIntoId }) => !mergedIntoId))
      return refused({ code: 'moved' as const });
    await tx.boardCard.updateMany({
      where: { id: { in: cards.map(({ id }) => id) } },
      data: main ? { mergedIntoId: main.id, groupId: main.groupId } : { mergedIntoId: null },
    });
    return {
      result: done,
      lines: cards.map(({ id }) => ({
        kind: main ? ('board-cards-merged' as const) : ('board-cards-parted' as const),
        actorId: viewer.id,
        subject: { type: 'board-card', id },
        data: { into },
      })),
    };
  });
}

/** Makes a group of cards, in the words of who leads. */
export async function makeGroup(
  db: Db,
  input: Leading & { name: string; note: string; numbers: readonly number[] },
): Promise<Done & { value: { number: number } }> {
  const { viewer, name, note, numbers } = input;
  return leadWrite(db, input, async (tx, board) => {
    const { nextGroup } = await tx.board.update({
      where: { id: board.id },
      data: { nextGroup: { increment: 1 } },
      select: { nextGroup: true },
    });
    const number = nextGroup - 1;
    const { id } = await tx.boardGroup.create({
      data: { teryt: board.teryt, boardId: board.id, number, name, note, createdById: viewer.id },
      select: { id: true },
    });
    await placeIn(tx, board, { groupId: id, numbers });
    return {
      result: { ...done, value: { number } },
      lines: [
        {
          kind: 'board-group-made' as const,
          actorId: viewer.id,
          subject: { type: 'board-group', id },
          data: { number, cards: numbers.length },
        },
      ],
    };
  });
}

/** Renames a group, against the name it had on the page. */
export async function renameGroup(
  db: Db,
  input: Leading & { number: number; revision: number; name: string; note: string },
): Promise<Done | Refused<'conflict'>> {
  const { viewer, number, revision, name, note } = input;
  return leadWrite<Done | Refused<'conflict'>>(db, input, async (tx, board) => {
    const group = await requireGroup(tx, board, number);
    const { count } = await tx.boardGroup.updateMany({
      where: { id: group.id, revision },
      data: { name, note, revision: { increment: 1 } },
    });
    if (count === 0) return refused({ code: 'conflict' as const });
    return {
      result: done,
      lines: [
        {
          kind: 'board-group-renamed' as const,
          actorId: viewer.id,
          subject: { type: 'board-group', id: group.id },
          data: { number, revision: revision + 1 },
        },
      ],
    };
  });
}

/** Puts cards into a group, or takes them out of theirs (`group` null). What is joined to a card goes along, and so do its answers. */
export async function placeCards(
  db: Db,
  input: Leading & { group: number | null; numbers: readonly number[] },
): Promise<Done | Refused<'nothing'>> {
  const { viewer, group, numbers } = input;
  return leadWrite<Done | Refused<'nothing'>>(db, input, async (tx, board) => {
    if (numbers.length === 0) return refused({ code: 'nothing' as const });
    const groupId = group === null ? null : (await requireGroup(tx, board, group)).id;
    const placed = await placeIn(tx, board, { groupId, numbers });
    return {
      result: done,
      lines: placed.map((id) => ({
        kind: 'board-card-grouped' as const,
        actorId: viewer.id,
        subject: { type: 'board-card', id },
        data: { group },
      })),
    };
  });
}

async function placeIn(
  tx: Db,
  board: Board,
  { groupId, numbers }: { groupId: string | null; numbers: readonly number[] },
): Promise<string[]> {
  const cards = await tx.boardCard.findMany({
    where: { boardId: board.id, number: { in: [...numbers] } },
    select: { id: true },
  });
  if (cards.length !== new Set(numbers).size) throw notFound('no such card');
  const ids = cards.map(({ id }) => id);
  const answers = await tx.boardAttachment.findMany({
    where: { toId: { in: ids }, removedAt: null, from: { kind: 'answer' } },
    select: { fromId: true },
  });
  await tx.boardCard.updateMany({
    where: {
      boardId: board.id,
      OR: [{ id: { in: [...ids, ...answers.map(({ fromId }) => fromId)] } }, { mergedIntoId: { in: ids } }],
    },
    data: { groupId },
  });
  return ids;
}

export async function requireCard(tx: Db, board: Board, number: number) {
  const card = await tx.boardCard.findFirst({
    where: { boardId: board.id, number },
    select: { id: true, kind: true, groupId: true, mergedIntoId: true, hiddenAt: true },
  });
  if (!card) throw notFound('no such card');
  return card;
}

async function requireGroup(tx: Db, board: Board, number: number): Promise<{ id: string }> {
  const group = await tx.boardGroup.findFirst({ where: { boardId: board.id, number }, select: { id: true } });
  if (!group) throw notFound('no such group');
  return group;
}
