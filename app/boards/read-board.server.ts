import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { LiveSubject } from '#app/live/subjects.server.ts';
import { isAdmin, isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { type CardKind, type Phase, type PointOfView } from './board.ts';
import { boardContent, type BoardContent, type BoardRows } from './board-view.ts';
import { findBoard, type AtBoard, type Board, type Participant } from './find-board.server.ts';

const cardColumns = {
  id: true,
  number: true,
  kind: true,
  view: true,
  text: true,
  signature: true,
  slip: true,
  enteredById: true,
  groupId: true,
  mergedIntoId: true,
  hiddenAt: true,
  hiddenReason: true,
  createdAt: true,
} as const;

/** All rows of a board that pages show. */
export async function readRows(db: Db, boardId: string): Promise<BoardRows> {
  const cards = await db.boardCard.findMany({
    where: { boardId },
    orderBy: { number: 'asc' },
    select: cardColumns,
  });
  return {
    cards: cards.map(({ enteredById, kind, view, ...card }) => ({
      ...card,
      kind: kind as CardKind,
      view: view as PointOfView,
      isFromPaper: enteredById !== null,
    })),
    groups: await db.boardGroup.findMany({
      where: { boardId },
      orderBy: { number: 'asc' },
      select: { id: true, number: true, name: true, note: true, revision: true },
    }),
    attachments: await db.boardAttachment.findMany({
      where: { boardId, removedAt: null },
      orderBy: { id: 'asc' },
      select: { fromId: true, toId: true },
    }),
    marks: await db.boardMark.findMany({
      where: { boardId, count: { gt: 0 }, card: { hiddenAt: null } },
      select: { cardId: true, participantId: true, count: true },
    }),
  };
}

/** One stretch in which a phase was open. */
export type PhaseSpan = { phase: Phase; openedAt: Date; closedAt: Date | null };
/** A card of the one who asks, with what nobody else is told. */
export type OwnCard = { number: number; text: string; hiddenReason: string | null; hiddenAt: Date | null };

export type BoardPage = {
  board: Omit<Board, 'teamId' | 'organisationName' | 'code'> & {
    /** Of a board for invited people: for those who lead or take part. */ code: string | null;
  };
  content: BoardContent;
  spans: PhaseSpan[];
  leads: boolean;
  participant: Participant | null;
  /** How many wrote cards; null where an archive brought them without their writers. */ people: number | null;
  own: OwnCard[];
  /** Marks of the one who asks by the number of the card. */ given: Record<number, number>;
  /** Whether weights are shown: the weighing is over. */ showsWeights: boolean;
  now: Date;
};

/** Everything that the pages of a board show to whoever asks. */
export async function readBoard(db: Db, slug: string, who: AtBoard, now = new Date()): Promise<BoardPage> {
  const { board, participant, leads } = await findBoard(db, slug, who);
  const spans = await phaseSpans(db, board.id);
  const showsWeights = areWeightsShown(spans);
  const rows = await readRows(db, board.id);
  const { teamId: _team, organisationName: _organisation, code, ...shown } = board;
  return {
    board: { ...shown, code: board.access === 'public' || leads || participant ? code : null },
    content: boardContent(rows, { showsWeights }),
    spans,
    leads,
    participant,
    people: await countWriters(db, board.id),
    own: participant ? await ownCards(db, participant.id) : [],
    given: participant ? await givenMarks(db, participant.id) : {},
    showsWeights,
    now,
  };
}

/** The same for those who lead it; for everybody else the page does not exist. */
export async function readLedBoard(db: Db, slug: string, viewer: Viewer): Promise<BoardPage> {
  const page = await readBoard(db, slug, { viewer, pass: null });
  if (!page.leads) throw notFound('does not lead the board');
  return page;
}

/** Cards and groups in which words can be covered, for an official of the municipality or an administrator; nothing for others who lead. */
export async function coverableOn(
  db: Db,
  { id, teryt }: Pick<Board, 'id' | 'teryt'>,
  viewer: Viewer,
): Promise<{ type: 'board-card' | 'board-group'; id: string; number: number }[]> {
  if (!isOfficialOf(viewer, teryt) && !isAdmin(viewer)) return [];
  const of = { where: { boardId: id }, orderBy: { number: 'asc' }, select: { id: true, number: true } } as const;
  const [cards, groups] = [await db.boardCard.findMany(of), await db.boardGroup.findMany(of)];
  return [
    ...cards.map((card) => ({ type: 'board-card' as const, ...card })),
    ...groups.map((group) => ({ type: 'board-group' as const, ...group })),
  ];
}

/** The weighing was open and is not any more. */
export const areWeightsShown = (spans: readonly PhaseSpan[]): boolean =>
  spans.some(({ phase }) => phase === 'weighing') &&
  spans.every(({ phase, closedAt }) => phase !== 'weighing' || closedAt !== null);

export async function phaseSpans(db: Db, boardId: string): Promise<PhaseSpan[]> {
  const rows = await db.boardPhase.findMany({
    where: { boardId },
    orderBy: { openedAt: 'asc' },
    select: { phase: true, openedAt: true, closedAt: true },
  });
  return rows.map(({ phase, ...span }) => ({ phase: phase as Phase, ...span }));
}

async function countWriters(db: Db, boardId: string): Promise<number | null> {
  if ((await db.boardCard.count({ where: { boardId, writerId: null, enteredById: null }, take: 1 })) > 0) return null;
  return db.boardParticipant.count({ where: { boardId, cards: { some: {} } } });
}

async function ownCards(db: Db, writerId: string): Promise<OwnCard[]> {
  return db.boardCard.findMany({
    where: { writerId },
    orderBy: { number: 'asc' },
    select: { number: true, text: true, hiddenReason: true, hiddenAt: true },
  });
}

async function givenMarks(db: Db, participantId: string): Promise<Record<number, number>> {
  const marks = await db.boardMark.findMany({
    where: { participantId, count: { gt: 0 } },
    select: { count: true, card: { select: { number: true } } },
  });
  return Object.fromEntries(marks.map(({ count, card }) => [card.number, count]));
}

/** What the live channel has to know of boards: their counters, and a new card as everybody at the board may see it. */
export const boardSubject: LiveSubject = {
  counters: async (db, ids) => {
    const rows = await db.board.findMany({ where: { id: { in: [...ids] } }, select: { id: true, revision: true } });
    return new Map(rows.map(({ id, revision }) => [id, revision]));
  },
  shown: async (db, about) => {
    const card = await db.boardCard.findFirst({
      where: { id: about, hiddenAt: null },
      select: { number: true, kind: true, view: true, text: true, signature: true },
    });
    return card && card.kind !== 'answer' ? card : null;
  },
};
