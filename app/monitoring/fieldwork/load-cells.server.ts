import type { Db } from '#app/db/client.server.ts';
import { listCodings } from './codings.server.ts';
import type { AnswerState } from '../scoring/model.ts';
import type { CellReply, ChosenAnswer, DoubleCause, FieldCell, ReplyStance } from '../cards/cells.ts';

type Where = { editionId: string; teryt?: string; indicator?: string | { in: string[] } };

/** Every cell of an edition that has a coding, is to be coded twice, or got a reply; by municipality and indicator. */
export async function loadCells(db: Db, where: Where): Promise<FieldCell[]> {
  const { editionId, teryt, indicator } = where;
  const own = { editionId, ...(teryt ? { teryt } : {}), ...(indicator ? { indicator } : {}) };
  const codings = await listCodings(db, where);
  const doubles = await db.doubleCell.findMany({ where: own, select: { teryt: true, indicator: true, cause: true } });
  const adjudications = await db.adjudication.findMany({ where: own });
  const replies = await db.reply.findMany({
    where: { round: { editionId }, ...(teryt ? { teryt } : {}), ...(indicator ? { indicator } : {}) },
    orderBy: { seq: 'asc' },
    include: { decision: true },
  });
  const cells = new Map<string, FieldCell>();
  const cellOf = (row: { teryt: string; indicator: string }): FieldCell =>
    cells.get(`${row.teryt} ${row.indicator}`) ?? {
      teryt: row.teryt,
      indicator: row.indicator,
      cause: null,
      codings: [],
      adjudication: null,
      reply: null,
    };
  const put = (cell: FieldCell) => void cells.set(`${cell.teryt} ${cell.indicator}`, cell);
  for (const coding of codings) put({ ...cellOf(coding), codings: [...cellOf(coding).codings, coding] });
  for (const double of doubles) put({ ...cellOf(double), cause: double.cause as DoubleCause });
  for (const row of adjudications) put({ ...cellOf(row), adjudication: chosen(row) });
  // The newest reply comes last and is the one in force.
  for (const row of replies) put({ ...cellOf(row), reply: replyOf(row) });
  return [...cells.values()].sort((a, b) => compare(a.teryt, b.teryt) || compare(a.indicator, b.indicator));
}

type ChosenRow = {
  state: string;
  level: number | null;
  requestedOn: string | null;
  reason: string;
  decidedByName: string;
  decidedAt: Date;
};

function chosen({ state, level, requestedOn, reason, decidedByName, decidedAt }: ChosenRow): ChosenAnswer {
  return { state: state as AnswerState, level, requestedOn, reason, by: decidedByName, at: decidedAt.toISOString() };
}

function replyOf(row: { id: string; stance: string; decision: (ChosenRow & { outcome: string }) | null }): CellReply {
  const { decision } = row;
  return {
    id: row.id,
    stance: row.stance as ReplyStance,
    decision: decision && { ...chosen(decision), outcome: decision.outcome === 'changed' ? 'changed' : 'kept' },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One cell; empty when nobody answered it. */
export async function loadCell(
  db: Db,
  { editionId, teryt, indicator }: { editionId: string; teryt: string; indicator: string },
): Promise<FieldCell> {
  const [cell] = await loadCells(db, { editionId, teryt, indicator });
  return cell ?? { teryt, indicator, cause: null, codings: [], adjudication: null, reply: null };
}
