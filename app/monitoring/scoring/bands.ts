import { compare, fractionOf, subtract } from './fraction.ts';

export interface Band {
  id: string;
  /** Lowest displayed value that belongs to the band. */
  min: number;
}

/** A from 80, B from 60, C from 40, D from 20, E below. */
const DEFAULT_BANDS: readonly Band[] = [
  { id: 'A', min: 80 },
  { id: 'B', min: 60 },
  { id: 'C', min: 40 },
  { id: 'D', min: 20 },
  { id: 'E', min: 0 },
];

/** Points on either side of a border within which a band is marked as near it (both ends included). */
const NEAR_BORDER = 1.5;

export interface BandPlace {
  id: string;
  /** The nearest border between two bands within NEAR_BORDER points, or null. */
  nearBorder: { border: number; above: string; below: string } | null;
}

/**
 * The band of a displayed value ("49.5"), so that what is printed and its band can
 * never contradict each other. Null for a score that is not published.
 */
export function bandOf(display: string | null, bands: readonly Band[] = DEFAULT_BANDS): BandPlace | null {
  if (display === null) return null;
  const value = fractionOf(Number(display));
  const ordered = [...bands].sort((a, b) => b.min - a.min);
  const index = ordered.findIndex((band) => compare(value, fractionOf(band.min)) >= 0);
  const band = ordered[index];
  if (band === undefined) throw new RangeError(`${display} lies below the lowest band`);
  const borders = ordered.slice(0, -1).map((above, at) => ({
    border: above.min,
    above: above.id,
    below: ordered[at + 1]?.id ?? above.id,
  }));
  const distance = (border: number) => {
    const gap = subtract(value, fractionOf(border));
    return gap.n < 0n ? { n: -gap.n, d: gap.d } : gap;
  };
  const [nearest] = borders.sort((a, b) => compare(distance(a.border), distance(b.border)));
  const isNear = nearest !== undefined && compare(distance(nearest.border), fractionOf(NEAR_BORDER)) <= 0;
  return { id: band.id, nearBorder: isNear ? nearest : null };
}
