import { createRandom } from '../scoring/random.ts';

/** Share of questions that two people answer apart, in per cent, unless a team asks for more (monitoring method 2.5). */
export const DEFAULT_SHARE = 20;

export type DrawOptions = {
  /** Whole number, logged with the edition. */
  seed: number;
  teryt: string;
  indicators: readonly string[];
  /** Per cent, 0–100. */
  share: number;
};

/**
 * The questions about one municipality that two people answer apart: at least `share` per cent of them, drawn by seed and
 * TERYT code, in the order of `indicators`. Every municipality is drawn on its own, so that adding or removing one changes
 * nothing for the others and no municipality is left out. A share of 0 draws nothing.
 */
export function drawDoubleCells({ seed, teryt, indicators, share }: DrawOptions): string[] {
  const wanted = Math.min(indicators.length, Math.ceil((share * indicators.length) / 100));
  // Seeds below 2^21 keep the product with a seven-digit code exact.
  const random = createRandom((seed % 2 ** 21) * 10_000_000 + Number(teryt));
  const rest = [...indicators].sort();
  const drawn = new Set<string>();
  while (drawn.size < wanted) drawn.add(rest.splice(random.nextBelow(rest.length), 1)[0] ?? '');
  return indicators.filter((id) => drawn.has(id));
}
