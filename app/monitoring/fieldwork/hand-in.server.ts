import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { getTeamEdition } from '../access/edition-access.server.ts';
import { lockUnit } from './save-codings.server.ts';
import { loadAssignments } from './assignments.server.ts';
import { codingRight } from './coding-right.ts';
import { requireNoTie } from './find-ties.server.ts';
import { loadCells } from './load-cells.server.ts';

export type HandInInput = { viewer: Viewer; slug: string; teryt: string; area: string; at?: Date };
export type HandInResult =
  | { ok: true; value: { handedIn: string[] } }
  | { ok: false; error: { code: 'published' | 'nothing' } | { code: 'missing'; indicators: string[] } };

/**
 * Hands in somebody's answers to the double-coded questions of an area. From then on they cannot change, and where the other
 * coder has handed in too both may see both. Refused while one of them has no answer yet.
 */
export async function handIn(
  db: Db,
  { viewer, slug, teryt, area, at = new Date() }: HandInInput,
): Promise<HandInResult> {
  const edition = await getTeamEdition(db, { slug, viewer });
  const indicators = edition.methodology.indicators
    .filter((indicator) => indicator.area === area)
    .map((indicator) => indicator.id);
  if (indicators.length === 0) throw notFound(`no area ${area}`);
  await requireNoTie(db, { userId: viewer.id, teryt, measuredFrom: edition.measuredFrom });
  return transaction(db, async (tx): Promise<HandInResult> => {
    const lock = await lockUnit(tx, edition.id, teryt);
    if (!lock) throw notFound(`${teryt} is not measured in ${slug}`);
    if (lock.state !== 'coding') return { ok: false, error: { code: 'published' } };
    const cells = (await loadCells(tx, { editionId: edition.id, teryt, indicator: { in: indicators } })).filter(
      (cell) => cell.cause !== null,
    );
    const assigned = await loadAssignments(tx, { editionId: edition.id, teryt });
    const roundOpened = (await tx.replyRound.count({ where: { editionId: edition.id, teryt } })) > 0;
    const who = { first: assigned.get(`${area} 1`)?.userId ?? null, second: assigned.get(`${area} 2`)?.userId ?? null };
    const own = (cell: (typeof cells)[number]) => cell.codings.find((coding) => coding.coderId === viewer.id);
    // Without an assignment a cell that nobody of the two took yet is not this person's to answer.
    const missing = cells.filter(
      (cell) =>
        !own(cell) &&
        (who.first === viewer.id || who.second === viewer.id) &&
        codingRight({
          viewerId: viewer.id,
          canCode: edition.role !== 'reviewer',
          isBlind: edition.isBlind,
          cause: cell.cause,
          codings: cell.codings,
          assigned: who,
          roundOpened,
        }).ok,
    );
    if (missing.length > 0)
      return { ok: false, error: { code: 'missing', indicators: missing.map((cell) => cell.indicator) } };
    const open = cells.flatMap((cell) => {
      const coding = own(cell);
      return coding && coding.submittedAt === null
        ? [{ id: coding.id, indicator: cell.indicator, savedAt: new Date(coding.codedAt) }]
        : [];
    });
    if (open.length === 0) return { ok: false, error: { code: 'nothing' } };
    for (const { id, savedAt } of open) {
      const { count } = await tx.coding.updateMany({
        where: {
          id,
          coderId: viewer.id,
          submittedAt: null,
          edition: { id: edition.id, state: 'coding', teamId: edition.teamId },
        },
        // Handing in is no answer: the card goes on to name the day of the last save.
        data: { submittedAt: at, updatedAt: savedAt },
      });
      if (count !== 1) throw notFound('the codings changed under their lock');
    }
    await recordEvent(tx, {
      teryt,
      editionId: edition.id,
      actorId: viewer.id,
      kind: 'codings-handed-in',
      subject: { type: 'edition', id: edition.id },
      data: { area, indicators: open.map((each) => each.indicator) },
    });
    return { ok: true, value: { handedIn: open.map((each) => each.indicator) } };
  });
}
