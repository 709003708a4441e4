import type { Db } from '#app/db/client.server.ts';
import type { TeamEdition } from '../access/edition-access.server.ts';
import { isUnresolved, settle, type FieldCell } from '../cards/cells.ts';
import { borderWork } from './border-units.ts';

export type PublicationBar =
  /** Cells that need a second answer, or a decision between two. */
  | { code: 'double-coding'; count: number }
  /** Municipalities near the border of a band with cells that one person answered. */
  | { code: 'border'; teryts: string[] }
  /** Terms in which offices may still reply; `until` is the ISO instant of the last. */
  | { code: 'reply-open'; count: number; until: string }
  /** Replies without a decision. */
  | { code: 'reply-undecided'; count: number };

export type Publishability = {
  /** What forbids publishing, in the order in which it has to be done; empty when nothing does. */
  bars: PublicationBar[];
  /** Municipalities whose border coding is waived; empty while something still forbids publishing. */
  waived: string[];
};

type Question = {
  edition: Pick<TeamEdition, 'id' | 'doubleShare' | 'methodology'>;
  cells: readonly FieldCell[];
  now?: Date;
};

/**
 * What forbids publishing an edition. With double coding off (a share of 0) only the right of reply can: such an edition says on every
 * card that one person answered.
 */
export async function publishability(db: Db, { edition, cells, now = new Date() }: Question): Promise<Publishability> {
  const rounds = await db.replyRound.findMany({
    where: { editionId: edition.id },
    orderBy: { endsAt: 'desc' },
    select: { teryt: true, endsAt: true },
  });
  const bars: PublicationBar[] = [];
  const begun = new Set(cells.filter((cell) => cell.codings.length > 0).map((cell) => cell.teryt));
  const open = cells.filter((cell) => begun.has(cell.teryt) && isUnresolved(cell));
  const undecided = open.filter((cell) => settle(cell).status === 'waiting-decision').length;
  const uncoded = open.length - undecided;
  if (edition.doubleShare > 0 && uncoded > 0) bars.push({ code: 'double-coding', count: uncoded });
  const shown = new Set(rounds.map((round) => round.teryt));
  const border =
    edition.doubleShare > 0 && uncoded === 0 ? borderWork(edition.methodology, cells, shown) : { due: [], waived: [] };
  if (border.due.length > 0) bars.push({ code: 'border', teryts: border.due });
  const running = rounds.filter((round) => round.endsAt > now);
  const [last] = running;
  if (last) bars.push({ code: 'reply-open', count: running.length, until: last.endsAt.toISOString() });
  if (undecided > 0) bars.push({ code: 'reply-undecided', count: undecided });
  return { bars, waived: bars.length > 0 ? [] : border.waived };
}
