import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { hashSecret } from '#app/people/secrets.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { leadsBoard, type Access, type BoardState, type Opener, type Phase } from './board.ts';

export type Board = BoardState & {
  id: string;
  slug: string;
  consultationId: string | null;
  unitName: string;
  openedBy: string;
  title: string;
  question: string;
  code: string;
  marksEach: number;
  revision: number;
  isDemo: boolean;
  municipality: string;
};

/** Who is at a board: somebody signed in, a browser that takes part, both or neither. */
export type AtBoard = {
  viewer: Viewer | null;
  /** Secret of the cookie of those who take part. */ pass: string | null;
};
export type Participant = { id: string; name: string; revision: number };
export type Place = { board: Board; participant: Participant | null; leads: boolean };

/** The board as somebody may see it. One for invited people does not exist for others. */
export async function findBoard(db: Db, slug: string, who: AtBoard): Promise<Place> {
  const board = await loadBoard(db, slug);
  const leads = leadsBoard(who.viewer, board);
  const participant = await findParticipant(db, board.id, who);
  if (board.access === 'invited' && !leads && !participant) throw notFound('not invited to the board');
  return { board, participant, leads };
}

/** The board for those who lead it; for everybody else the page does not exist. */
export async function findLedBoard(db: Db, slug: string, viewer: Viewer | null): Promise<Board> {
  const board = await loadBoard(db, slug);
  if (!leadsBoard(viewer, board)) throw notFound('does not lead the board');
  return board;
}

export async function loadBoard(db: Db, slug: string): Promise<Board> {
  const found = await db.board.findUnique({
    where: { slug },
    include: { phases: { where: { closedAt: null }, select: { phase: true } } },
  });
  if (!found) throw notFound('no such board');
  const { phases, openedAs, access, ...board } = found;
  const municipality = await db.municipality.findUniqueOrThrow({
    where: { teryt: board.teryt },
    select: { name: true },
  });
  return {
    ...board,
    municipality: municipality.name,
    openedAs: openedAs as Opener,
    access: access as Access,
    openPhases: phases.map(({ phase }) => phase as Phase),
  };
}

/** Who takes part is known by the browser, or on another one by the account. */
export async function findParticipant(db: Db, boardId: string, { viewer, pass }: AtBoard): Promise<Participant | null> {
  const known = [...(viewer ? [{ userId: viewer.id }] : []), ...(pass ? [{ secretHash: hashSecret(pass) }] : [])];
  if (known.length === 0) return null;
  const found = await db.boardParticipant.findMany({
    where: { boardId, OR: known },
    select: { id: true, name: true, revision: true, userId: true },
  });
  // A browser that somebody else used before signing in does not speak for this account.
  const own = found.find(({ userId }) => viewer !== null && userId === viewer.id);
  const { id, name, revision } = own ?? found.find(({ userId }) => userId === null) ?? {};
  return id === undefined ? null : { id, name: name!, revision: revision! };
}
