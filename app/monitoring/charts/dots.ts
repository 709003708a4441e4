/** Points of the scale that one column of dots covers. */
const BIN = 4;
const HIGHEST_COLUMN = 12;

type Dot = {
  /** Centre of the column, per cent of the width. */ x: number;
  /** Place in the column, from 0 at the bottom. */ row: number;
};
export type DotPlot = {
  dots: Dot[];
  picked: Dot | null;
  /** Municipalities one dot stands for. */ per: number;
  rows: number;
};

/**
 * Scores 0–100 as columns of dots, four points wide. In a large edition one dot stands for several municipalities, so that a column
 * never grows over twelve. The picked score is the top dot of its column; null picks none.
 */
export function stackDots(scores: readonly number[], picked: number | null): DotPlot {
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(columnOf(score), (counts.get(columnOf(score)) ?? 0) + 1);
  const per = Math.max(1, Math.ceil(Math.max(0, ...counts.values()) / HIGHEST_COLUMN));
  const dots: Dot[] = [];
  let pickedDot: Dot | null = null;
  for (const [column, count] of [...counts].sort(([a], [b]) => a - b)) {
    const height = Math.ceil(count / per);
    for (let row = 0; row < height; row += 1) {
      const dot = { x: column * BIN + BIN / 2, row };
      if (picked !== null && columnOf(picked) === column && row === height - 1) pickedDot = dot;
      else dots.push(dot);
    }
  }
  const rows = Math.max(0, ...dots.map((dot) => dot.row + 1), pickedDot ? pickedDot.row + 1 : 0);
  return { dots, picked: pickedDot, per, rows };
}

function columnOf(score: number): number {
  return Math.min(100 / BIN - 1, Math.max(0, Math.floor(score / BIN)));
}
