/** Fewer people than this are nobody's business but their own. */
export const fewest = 5;

/** A number of people, or null where it is not told. */
export type Cell = number | null;
export type Protected = { cells: Cell[][]; isEmpty: false } | { cells: null; isEmpty: true };

const isSmall = (count: number) => count > 0 && count < fewest;

/**
 * A table of people whose sums of rows and columns are public: cells of 1 to 4 are hidden, and so many others that no hidden one can be
 * computed back. Whoever looks knows the sums, the cells that are shown, and that a hidden one is not nought; for each hidden cell two
 * different numbers still agree with all of that. Where this cannot be had the whole table is not shown.
 */
export function protectTable(counts: readonly (readonly number[])[]): Protected {
  const hidden = counts.map((row) => row.map(isSmall));
  for (;;) {
    const bare = bareCell(counts, hidden);
    if (!bare) break;
    const more = nextToHide(counts, hidden, bare);
    if (!more) return { cells: null, isEmpty: true };
    hidden[more.row]![more.column] = true;
  }
  return { cells: counts.map((row, i) => row.map((count, j) => (hidden[i]![j] ? null : count))), isEmpty: false };
}

type Place = { row: number; column: number };

/** A hidden cell that follows from what is public, or null. */
function bareCell(counts: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[]): Place | null {
  for (const [row, cells] of hidden.entries())
    for (const [column, isHidden] of cells.entries())
      if (isHidden && !canMove(counts, hidden, { row, column }, 1) && !canMove(counts, hidden, { row, column }, -1))
        return { row, column };
  return null;
}

/**
 * Whether a hidden cell could be larger (`by` 1) or smaller by one with the same sums: a way through hidden cells, along a column and along a
 * row by turns, on which every other one moves the opposite way and none falls to nought, back to where it began.
 */
function canMove(
  counts: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  { row, column }: Place,
  by: 1 | -1,
): boolean {
  if (by === -1 && counts[row]![column]! < 2) return false;
  const falls = (count: number) => count >= 2;
  /** In a column the next cell moves against `by`, in a row with it. */
  const [columns, rows] = [new Set([column]), new Set<number>()];
  const queue = [column];
  while (queue.length > 0) {
    const at = queue.shift()!;
    for (const [i, cells] of hidden.entries()) {
      if (!cells[at] || rows.has(i) || (i === row && at === column)) continue;
      if (by === 1 && !falls(counts[i]![at]!)) continue;
      if (i === row) return true;
      rows.add(i);
      for (const [j, isHidden] of cells.entries()) {
        if (!isHidden || columns.has(j) || (by === -1 && !falls(counts[i]![j]!))) continue;
        columns.add(j);
        queue.push(j);
      }
    }
  }
  return false;
}

/**
 * The cell to hide as well, the smallest each time: in the row of the bare one while nothing else is hidden there, then in its column, then
 * where a hidden row and a hidden column meet, which closes a ring, at last anywhere. Noughts stay.
 */
function nextToHide(
  counts: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  bare: Place,
): Place | null {
  const open = counts.flatMap((cells, row) =>
    cells.flatMap((count, column) => (hidden[row]![column] || count === 0 ? [] : [{ row, column, count }])),
  );
  const hiddenIn = {
    row: (at: number) => hidden[at]!.filter(Boolean).length,
    column: (at: number) => hidden.filter((row) => row[at]).length,
  };
  const choices = [
    hiddenIn.row(bare.row) === 1 ? open.filter(({ row }) => row === bare.row) : [],
    hiddenIn.column(bare.column) === 1 ? open.filter(({ column }) => column === bare.column) : [],
    open.filter(({ row, column }) => hiddenIn.row(row) > 0 && hiddenIn.column(column) > 0),
    open,
  ];
  const [best] = choices.find((each) => each.length > 0)?.sort((a, b) => a.count - b.count) ?? [];
  return best ?? null;
}

/**
 * A list of numbers whose sum is public. Those of 1 to 4 are hidden, and as long as they follow from the sum – one alone, or as many people as
 * there are hidden places – the next smallest as well; null when even that does not help.
 */
export function protectList(counts: readonly number[]): Cell[] | null {
  const hidden = counts.map(isSmall);
  for (;;) {
    const all = counts.filter((_, at) => hidden[at]);
    if (all.length === 0 || (all.length > 1 && all.reduce((sum, count) => sum + count, 0) > all.length))
      return counts.map((count, at) => (hidden[at] ? null : count));
    const next = counts
      .map((count, at) => ({ count, at }))
      .filter(({ count, at }) => !hidden[at] && count > 0)
      .sort((a, b) => a.count - b.count)[0];
    if (!next) return null;
    hidden[next.at] = true;
  }
}
