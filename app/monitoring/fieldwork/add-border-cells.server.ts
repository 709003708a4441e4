import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { getLedEdition } from '../access/edition-access.server.ts';
import { isUnresolved } from '../cards/cells.ts';
import { loadCells } from './load-cells.server.ts';
import { borderWork } from './border-units.ts';

export type AddBorderResult =
  | { ok: true; value: { teryts: string[]; cells: number } }
  | { ok: false; error: { code: 'published' | 'no-double-coding' | 'unresolved' | 'no-border' } };

/**
 * Adds the border cases: every answered question of a municipality whose total lies within 1.5 points of a band's border is to be coded
 * a second time. Scores are needed for that, so the double coding of these municipalities has to be settled. Those whose office was shown
 * the answers are left out (see borderWork).
 */
export async function addBorderCells(
  db: Db,
  { viewer, slug }: { viewer: Viewer; slug: string },
): Promise<AddBorderResult> {
  const edition = await getLedEdition(db, { slug, viewer });
  if (edition.doubleShare === 0) return { ok: false, error: { code: 'no-double-coding' } };
  return transaction(db, async (tx): Promise<AddBorderResult> => {
    const [locked] = await tx.$queryRaw<
      { state: string }[]
    >`select state from "Edition" where id = ${edition.id}::uuid for update`;
    if (locked?.state !== 'coding') return { ok: false, error: { code: 'published' } };
    const cells = await loadCells(tx, { editionId: edition.id });
    const rounds = await tx.replyRound.findMany({ where: { editionId: edition.id }, select: { teryt: true } });
    const shown = new Set(rounds.map((round) => round.teryt));
    const begun = new Set(cells.filter((cell) => cell.codings.length > 0).map((cell) => cell.teryt));
    if (cells.some((cell) => begun.has(cell.teryt) && !shown.has(cell.teryt) && isUnresolved(cell)))
      return { ok: false, error: { code: 'unresolved' } };
    const teryts = borderWork(edition.methodology, cells, shown).due;
    if (teryts.length === 0) return { ok: false, error: { code: 'no-border' } };
    const added = cells.filter((cell) => teryts.includes(cell.teryt) && cell.cause === null && cell.codings.length > 0);
    await tx.doubleCell.createMany({
      data: added.map(({ teryt, indicator }) => ({ editionId: edition.id, teryt, indicator, cause: 'border' })),
    });
    await recordEvent(tx, {
      editionId: edition.id,
      actorId: viewer.id,
      kind: 'border-cells-added',
      subject: { type: 'edition', id: edition.id },
      data: { teryts, cells: added.length },
    });
    return { ok: true, value: { teryts, cells: added.length } };
  });
}
