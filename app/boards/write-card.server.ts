import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { nameProblem } from '#app/people/name-problem.server.ts';
import { cardTrouble, leadsBoard, mayAttach, phaseOf, type CardKind, type PointOfView } from './board.ts';
import { boardWrite, refused } from './board-write.server.ts';
import { findBoard, type AtBoard, type Board } from './find-board.server.ts';
import { takePart } from './join-board.server.ts';

export type NewCard = {
  kind: CardKind;
  view: PointOfView;
  text: string;
  /** Public; empty for none. */ signature: string;
  /** Numbers of cards: what an answer answers, what resource it uses. */ answers: number | null;
  uses: number | null;
  /** Made with the form; a second card with it is the first one. */ once: string | null;
};
type WriteCardError =
  | { code: 'not-yet' | 'over' | 'phase-closed' | 'no-target' | 'no-resource' }
  | { code: 'name'; key: MessageKey }
  | TooMany;
export type WriteCardResult =
  | { ok: true; value: { number: number; secret: string | null } }
  | { ok: false; error: WriteCardError };

/** One card of somebody at the board, with an account or without. */
export async function writeCard(
  db: Db,
  { slug, who, card, now = new Date() }: { slug: string; who: AtBoard; card: NewCard; now?: Date },
): Promise<WriteCardResult> {
  const { board, participant } = await findBoard(db, slug, who);
  const trouble = cardTrouble(board, card.kind, now);
  if (trouble) return { ok: false, error: { code: trouble } };
  const problem = card.signature ? await nameProblem(db, card.signature, who.viewer) : null;
  if (problem) return { ok: false, error: { code: 'name', key: problem } };
  const asked = { target: participant?.id ?? null };
  return withinLimit(db, 'board-card', asked, () =>
    boardWrite<WriteCardResult>(db, slug, async (tx, locked) => {
      const before = await sentBefore(tx, locked, card.once);
      if (before) return { result: { ok: true as const, value: { number: before, secret: null } }, lines: [] };
      const late = cardTrouble(locked, card.kind, now);
      if (late) return refused({ code: late });
      const writer = await takePart(tx, { board: locked, who });
      const written = await addCard(tx, locked, { card, now, by: { writerId: writer.id } });
      if ('error' in written) return refused(written.error);
      return {
        result: { ok: true as const, value: { number: written.number, secret: writer.secret } },
        lines: [line(written, card, null)],
        newCard: written.id,
      };
    }),
  );
}

export type SlipResult =
  | { ok: true; value: { number: number } }
  | { ok: false; error: Exclude<WriteCardError, TooMany | { code: 'name' }> };

/** A card from a paper slip, entered by somebody who leads the board. A board that is over takes them still: slips are collected until then. */
export async function enterSlip(
  db: Db,
  input: { slug: string; viewer: AtBoard['viewer']; card: NewCard; slip: number | null; now?: Date },
): Promise<SlipResult> {
  const { slug, viewer, card, slip, now = new Date() } = input;
  return boardWrite<SlipResult>(db, slug, async (tx, board) => {
    if (!viewer || !leadsBoard(viewer, board)) throw notFound('does not lead the board');
    const before = await sentBefore(tx, board, card.once);
    if (before) return { result: { ok: true as const, value: { number: before } }, lines: [] };
    if (!board.openPhases.includes(phaseOf(card.kind))) return refused({ code: 'phase-closed' as const });
    const written = await addCard(tx, board, { card, now, by: { enteredById: viewer.id, slip } });
    if ('error' in written) return refused(written.error);
    return {
      result: { ok: true as const, value: { number: written.number } },
      lines: [line(written, card, viewer.id)],
      newCard: written.id,
    };
  });
}

/** Who wrote a card stands in no line of the record: the writer is never public. Who typed it from paper does. */
const line = ({ id, number }: { id: string; number: number }, { kind, view }: NewCard, actorId: string | null) => ({
  kind: 'board-card-added' as const,
  actorId,
  subject: { type: 'board-card', id },
  data: { number, kind, view },
});

async function sentBefore(tx: Db, board: Board, once: string | null): Promise<number | null> {
  if (!once) return null;
  const card = await tx.boardCard.findUnique({
    where: { boardId_onceKey: { boardId: board.id, onceKey: once } },
    select: { number: true },
  });
  return card?.number ?? null;
}

type Adding = {
  card: NewCard;
  now: Date;
  by: { writerId: string } | { enteredById: string; slip: number | null };
};
type Added = { id: string; number: number } | { error: { code: 'no-target' | 'no-resource' } };

async function addCard(tx: Db, board: Board, { card, now, by }: Adding): Promise<Added> {
  const target = card.kind === 'answer' ? await cardOf(tx, board, card.answers) : null;
  // An answer may stand alone; one that names a card has to name one that can be answered.
  if (card.kind === 'answer' && card.answers !== null && !(target && mayAttach('answer', target.kind as CardKind)))
    return { error: { code: 'no-target' } };
  const resource = card.kind === 'answer' ? await cardOf(tx, board, card.uses) : null;
  if (card.kind === 'answer' && card.uses !== null && resource?.kind !== 'resource')
    return { error: { code: 'no-resource' } };
  const { nextCard } = await tx.board.update({
    where: { id: board.id },
    data: { nextCard: { increment: 1 } },
    select: { nextCard: true },
  });
  const id = uuidv7();
  const place = { teryt: board.teryt, boardId: board.id };
  await tx.boardCard.create({
    data: {
      ...place,
      ...by,
      id,
      number: nextCard - 1,
      kind: card.kind,
      view: card.view,
      phase: phaseOf(card.kind),
      text: card.text,
      signature: card.signature,
      onceKey: card.once,
      groupId: target?.groupId ?? null,
      createdAt: now,
    },
  });
  const attached = [
    ...(target ? [{ ...place, fromId: id, toId: target.id }] : []),
    ...(resource ? [{ ...place, fromId: resource.id, toId: id }] : []),
  ];
  if (attached.length > 0) await tx.boardAttachment.createMany({ data: attached });
  return { id, number: nextCard - 1 };
}

async function cardOf(tx: Db, board: Board, number: number | null) {
  return number === null
    ? null
    : tx.boardCard.findFirst({
        where: { boardId: board.id, number, hiddenAt: null },
        select: { id: true, kind: true, groupId: true },
      });
}
