import type { BoardPlace } from './assign-many.server.ts';

/** Name of the field of one place on the board. */
export function assignmentField(teryt: string, area: string, part: 1 | 2): string {
  return `p-${teryt}-${area}-${part}`;
}

/** Name of the field that says who was on the place when the page was made. */
export function heldField(teryt: string, area: string, part: 1 | 2): string {
  return `h-${teryt}-${area}-${part}`;
}

type Board = { rows: readonly { teryt: string; cells: readonly { area: string }[] }[] };

/** The places that a form speaks of, with what each was made against; a place without that is never taken as unchanged. */
export function placesOf({ rows }: Board, values: Readonly<Record<string, string[]>>): BoardPlace[] {
  return rows.flatMap(({ teryt, cells }) =>
    cells.flatMap(({ area }) =>
      ([1, 2] as const).flatMap((part) => {
        const wanted = values[assignmentField(teryt, area, part)]?.[0];
        return wanted === undefined
          ? []
          : [{ teryt, area, part, was: values[heldField(teryt, area, part)]?.[0], wanted }];
      }),
    ),
  );
}
