import type { Db } from '#app/db/client.server.ts';
import { isReplySealed, visibleCodings, type FieldCell } from '#app/monitoring/cards/cells.ts';
import { loadCell } from '#app/monitoring/fieldwork/load-cells.server.ts';
import { teamIds, type Viewer } from '#app/people/viewer.ts';
import type { SubjectType } from '#app/record/covered/subjects.ts';

/** A text of an edition, and the question it is about. */
export type EditionText = { type: SubjectType; id: string; indicator: string };
type Edition = { id: string; teamId: string; state: string; doubleShare: number };

/** Whether somebody who may cover words in an edition may read a text of it already; of a frozen one everything. */
export async function mayReadYet(
  db: Db,
  { viewer, edition, teryt, text }: { viewer: Viewer; edition: Edition; teryt: string; text: EditionText },
): Promise<boolean> {
  if (!isSealing(viewer, edition)) return true;
  return isOpen(
    await loadCell(db, { editionId: edition.id, teryt, indicator: text.indicator }),
    viewer,
    { ...text, id: text.type === 'evidence' ? await codingOf(db, text.id) : text.id },
    edition,
  );
}

/** Whether anything of an edition may be closed to the one who looks: to people of its team while it is coded. */
export function isSealing(viewer: Viewer, { teamId, state }: Pick<Edition, 'teamId' | 'state'>): boolean {
  return state === 'coding' && teamIds(viewer).includes(teamId);
}

/** The same for a text of a cell; of evidence `id` names its coding. */
export function isOpen(
  cell: FieldCell,
  viewer: Viewer,
  { type, id }: Pick<EditionText, 'type' | 'id'>,
  { doubleShare }: Pick<Edition, 'doubleShare'>,
): boolean {
  if (type !== 'coding' && type !== 'evidence') return !isReplySealed(cell);
  return visibleCodings(cell, { viewerId: viewer.id, isBlind: doubleShare > 0 }).some((coding) => coding.id === id);
}

async function codingOf(db: Db, evidenceId: string): Promise<string> {
  return (await db.evidence.findUniqueOrThrow({ where: { id: evidenceId }, select: { codingId: true } })).codingId;
}
