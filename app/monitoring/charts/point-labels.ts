/** Position in per cent of the plot's width and height, the second from the bottom. */
type Spot = { x: number; y: number; /** Words to try, the most wanted first. */ words: readonly string[] };

export type PointLabel = { text: string; dx: number; dy: number; anchor: 'start' | 'middle' | 'end' };

type Box = { left: number; right: number; top: number; bottom: number };

const RADIUS = 6;
const LETTER = 7.2;
const LINE = 15;
/** More points are a cloud, in which names could only be in each other's way. */
const MOST = 120;

const sides = [
  { dx: RADIUS + 4, dy: 4.5, anchor: 'start' },
  { dx: -RADIUS - 4, dy: 4.5, anchor: 'end' },
  { dx: 0, dy: -RADIUS - 4, anchor: 'middle' },
  { dx: 0, dy: RADIUS + 13, anchor: 'middle' },
  { dx: 2, dy: -RADIUS - 4, anchor: 'start' },
  { dx: -2, dy: -RADIUS - 4, anchor: 'end' },
  { dx: 2, dy: RADIUS + 13, anchor: 'start' },
  { dx: -2, dy: RADIUS + 13, anchor: 'end' },
] as const;

/**
 * Labels that cover neither a point nor each other in a plot at least as large as given (px), one per spot, in its order. Null where
 * no word of the spot fits; wider plots only move labels apart.
 */
export function placeLabels(spots: readonly Spot[], plot: { width: number; height: number }): (PointLabel | null)[] {
  if (spots.length > MOST) return spots.map(() => null);
  const centres = spots.map(({ x, y }) => ({ x: (x / 100) * plot.width, y: plot.height - (y / 100) * plot.height }));
  const taken: Box[] = centres.map(({ x, y }) => ({
    left: x - RADIUS,
    right: x + RADIUS,
    top: y - RADIUS,
    bottom: y + RADIUS,
  }));
  return spots.map(({ words }, index) => {
    const centre = centres[index];
    if (!centre) return null;
    for (const text of words) {
      for (const side of sides) {
        const box = boxOf(centre, text, side);
        if (
          box.left < 0 ||
          box.right > plot.width ||
          box.top < 0 ||
          box.bottom > plot.height ||
          taken.some((other) => overlap(box, other))
        )
          continue;
        taken.push(box);
        return { text, ...side };
      }
    }
    return null;
  });
}

function boxOf(centre: { x: number; y: number }, text: string, { dx, dy, anchor }: (typeof sides)[number]): Box {
  const width = text.length * LETTER;
  const left = centre.x + dx - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
  return { left, right: left + width, top: centre.y + dy - LINE + 4, bottom: centre.y + dy + 4 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
