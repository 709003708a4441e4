import type { Score } from '../scoring/score.ts';
import type { EditionManifest, ManifestRow, Standing, Words } from '../cards/scorecard-document.ts';

/** What an axis shows: the total or one area. `name` is null for the total, whose name is a message. */
export type Axis = { id: string; name: Words | null };

export type ComparedRow = { teryt: string; name: string; x: Score; y: Score; standing: Standing };

/** A municipality with a published score on both axes; `number` is its row in the table, from 1. */
export type ComparedPoint = {
  number: number;
  teryt: string;
  name: string;
  x: PointScore;
  y: PointScore;
  standing: Standing;
};

/** Position and bounds, 0–100; without missing data the bounds are the value. */
type PointScore = { value: number; low: number; high: number };

export type Comparison = {
  axes: Axis[];
  x: Axis;
  y: Axis;
  /** The address asked for the same twice, and the vertical axis shows another. */
  replaced: boolean;
  rows: ComparedRow[];
  points: ComparedPoint[];
  /** Municipalities by the greater of the two displayed scores. */
  higher: { x: number; y: number; same: number };
};

const TOTAL = 'total';

/** The total and the areas, in the order of the methodology. */
function axesOf(manifest: EditionManifest): Axis[] {
  return [{ id: TOTAL, name: null }, ...manifest.areas.map(({ id, name }) => ({ id, name }))];
}

/**
 * Two scores of every municipality side by side, the greatest on the horizontal axis first and those without it last. What an address
 * names is taken when it exists; otherwise the first two areas. The same axis twice is no comparison: the vertical one is then the next other.
 */
export function compareAxes(manifest: EditionManifest, params: URLSearchParams, collator: Intl.Collator): Comparison {
  const axes = axesOf(manifest);
  const asked = (key: string) => axes.find((axis) => axis.id === params.get(key));
  const [total = { id: TOTAL, name: null }, first = total, second = first] = axes;
  const x = asked('x') ?? (asked('y') === first ? second : first);
  const wanted = asked('y') ?? [second, first, total].find((axis) => axis !== x) ?? second;
  const y = wanted === x ? (axes.find((axis) => axis !== x && axis.id !== TOTAL) ?? total) : wanted;
  const rows = manifest.municipalities
    .map((row): ComparedRow => ({
      teryt: row.teryt,
      name: row.name,
      x: scoreOn(row, x),
      y: scoreOn(row, y),
      standing: row.standing,
    }))
    .sort(
      (a, b) => displayed(b.x) - displayed(a.x) || displayed(b.y) - displayed(a.y) || collator.compare(a.name, b.name),
    );
  const points = rows.flatMap((row, index) => pointOf(row, index + 1));
  return { axes, x, y, replaced: wanted !== y, rows, points, higher: countHigher(rows) };
}

function scoreOn(row: ManifestRow, axis: Axis): Score {
  const score = axis.id === TOTAL ? row.total : row.areas[axis.id];
  if (!score) throw new RangeError(`No score for the axis ${axis.id}`);
  return score;
}

/** Published scores are never negative, so −1 sorts behind all of them. */
function displayed({ display }: Score): number {
  return display === null ? -1 : Number(display);
}

function pointOf({ teryt, name, x, y, standing }: ComparedRow, number: number): ComparedPoint[] {
  const [across, up] = [pointScore(x), pointScore(y)];
  return across && up ? [{ number, teryt, name, x: across, y: up, standing }] : [];
}

function pointScore({ display, value, low, high }: Score): PointScore | null {
  return display === null || value === null ? null : { value, low: low ?? value, high: high ?? value };
}

/** As printed: two scores a reader sees as equal count as the same. */
function countHigher(rows: readonly ComparedRow[]): Comparison['higher'] {
  const both = rows.filter(({ x, y }) => x.display !== null && y.display !== null);
  const count = (test: (difference: number) => boolean) =>
    both.filter(({ x, y }) => test(Number(x.display) - Number(y.display))).length;
  return {
    x: count((difference) => difference > 0),
    y: count((difference) => difference < 0),
    same: count((difference) => difference === 0),
  };
}
