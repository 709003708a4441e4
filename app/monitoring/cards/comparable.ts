import type { EditionReliability } from './edition-reliability.ts';

type Measured = Pick<EditionReliability, 'areas' | 'indicators'>;

/** Areas in which two coders agreed too little for a comparison of municipalities (monitoring method 2.5), with the alpha of each. */
export function unreliableAreas({ areas }: Pick<EditionReliability, 'areas'>): { area: string; alpha: number }[] {
  return areas.flatMap(({ area, levels: { alpha } }) =>
    alpha?.reading === 'unreliable' ? [{ area, alpha: alpha.value }] : [],
  );
}

/** Whether municipalities are compared on an indicator: its own alpha decides, that of its area where it has none. */
export function isComparable(measured: Measured, { id, area }: { id: string; area: string }): boolean {
  const own = measured.indicators.find((each) => each.indicator === id)?.levels.alpha;
  if (own) return own.reading !== 'unreliable';
  return unreliableAreas(measured).every((each) => each.area !== area);
}

/** Whether totals are ranked at all: not where an area is part of them in which coders agreed too little. */
export function isRankable(measured: Pick<EditionReliability, 'areas'>): boolean {
  return unreliableAreas(measured).length === 0;
}
