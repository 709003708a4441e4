import type { Db } from '#app/db/client.server.ts';
import type { TeamEdition } from '../access/edition-access.server.ts';
import { borderUnits } from './border-units.ts';
import { finalAnswers, isUnresolved, settle, type FieldCell } from '../cards/cells.ts';

export type PublicationBar =
  /** Cells that need a second answer, or a decision between two. */
  | { code: 'double-coding'; count: number }
  /** Municipalities near the border of a band with cells that one person answered. */
  | { code: 'border'; teryts: string[] }
  /** Terms in which offices may still reply; `until` is the ISO instant of the last. */
  | { code: 'reply-open'; count: number; until: string }
  /** Replies without a decision. */
  | { code: 'reply-undecided'; count: number };

type Question = {
  edition: Pick<TeamEdition, 'id' | 'doubleShare' | 'methodology'>;
  cells: readonly FieldCell[];
  now?: Date;
};

/**
 * What forbids publishing an edition, in the order in which it has to be done; empty when nothing does. With double coding off
 * (a share of 0) only the right of reply can: such an edition says on every card that one person answered.
 */
export async function publicationBars(
  db: Db,
  { edition, cells, now = new Date() }: Question,
): Promise<PublicationBar[]> {
  const bars: PublicationBar[] = [];
  const begun = new Set(cells.filter((cell) => cell.codings.length > 0).map((cell) => cell.teryt));
  const open = cells.filter((cell) => begun.has(cell.teryt) && isUnresolved(cell));
  const undecided = open.filter((cell) => settle(cell).status === 'waiting-decision').length;
  const uncoded = open.length - undecided;
  if (edition.doubleShare > 0 && uncoded > 0) bars.push({ code: 'double-coding', count: uncoded });
  if (edition.doubleShare > 0 && uncoded === 0) {
    const teryts = singleCodedBorderUnits(edition, cells);
    if (teryts.length > 0) bars.push({ code: 'border', teryts });
  }
  const rounds = await db.replyRound.findMany({
    where: { editionId: edition.id, endsAt: { gt: now } },
    orderBy: { endsAt: 'desc' },
    select: { endsAt: true },
  });
  const [last] = rounds;
  if (last) bars.push({ code: 'reply-open', count: rounds.length, until: last.endsAt.toISOString() });
  if (undecided > 0) bars.push({ code: 'reply-undecided', count: undecided });
  return bars;
}

/** Municipalities near a border that still have answered cells with one coding. */
export function singleCodedBorderUnits(
  { methodology }: Pick<TeamEdition, 'methodology'>,
  cells: readonly FieldCell[],
): string[] {
  const single = new Set(
    cells.filter((cell) => cell.cause === null && cell.codings.length > 0).map((cell) => cell.teryt),
  );
  return borderUnits(methodology, finalAnswers(cells)).filter((teryt) => single.has(teryt));
}
