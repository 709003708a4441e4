import type { FieldCell } from '../cards/cells.ts';

type Stamped = Pick<FieldCell, 'codings' | 'adjudication' | 'reply' | 'cause'>;

/**
 * Names a state of an edition's answers: how many municipalities, codings and double-coded cells there are, how often the codings
 * were saved, and how many were handed in, decided and replied to. Each of these only grows, so two different states cannot share a
 * stamp while coding goes on.
 */
export function stampOf(cells: readonly Stamped[], units: number): string {
  const codings = cells.flatMap((cell) => cell.codings);
  const count = (test: (cell: Stamped) => boolean) => cells.filter(test).length;
  return [
    units,
    codings.length,
    codings.reduce((sum, coding) => sum + coding.revision, 0),
    codings.filter((coding) => coding.submittedAt !== null).length,
    count((cell) => cell.cause !== null),
    count((cell) => cell.adjudication !== null),
    count((cell) => Boolean(cell.reply?.decision)),
    // A corrected reply is another one.
    cells
      .map((cell) => cell.reply?.id ?? '')
      .filter(Boolean)
      .sort()
      .at(-1) ?? 0,
  ].join('.');
}
