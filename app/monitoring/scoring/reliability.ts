import { alphaOf, coincidences, countCoincidences, pairableUnits } from './alpha.ts';
import type { CodingMatrix, MeasurementLevel } from './alpha.ts';
import { createRandom } from './random.ts';

/** Double-coded units below which no alpha is shown, only agreement. */
const MIN_UNITS = 20;

/** How Krippendorff advises to read alpha: from 0.800 rely on it, from 0.667 with care. */
export type AlphaReading = 'reliable' | 'tentative' | 'unreliable';

export interface Reliability {
  /** Units with two or more values, and how many values these have. */
  units: number;
  values: number;
  /** Share (0–1) of pairs of values inside units that are equal; null without pairs. */
  agreement: number | null;
  alpha: PublishedAlpha | null;
  /** Why there is no alpha; null when there is one. */
  reason: 'no-pairs' | 'too-few-units' | 'no-variation' | null;
}

interface PublishedAlpha {
  value: number;
  /** Ends of the 95 % bootstrap interval; null when most samples had no variation. */
  from: number | null;
  to: number | null;
  reading: AlphaReading;
}

export interface ReliabilityOptions {
  level: MeasurementLevel;
  /** Seed of the bootstrap; store it with the result. */
  seed: number;
  /** Bootstrap samples, 2,000 by custom. */
  samples?: number;
}

/**
 * Reliability of double coding as it may be published (monitoring method 2.5): agreement
 * always, alpha with its interval from 20 double-coded units on and only where the values
 * vary. The order of coders and units does not change alpha.
 */
export function measureReliability(data: CodingMatrix, options: ReliabilityOptions): Reliability {
  const units = pairableUnits(data);
  const result = alphaOf(coincidences(units), options.level);
  const base = { units: result.units, values: result.values, agreement: agreementOf(units), alpha: null };
  if (units.length === 0) return { ...base, reason: 'no-pairs' };
  if (result.alpha === null) return { ...base, reason: result.reason };
  if (units.length < MIN_UNITS) return { ...base, reason: 'too-few-units' };
  const interval = bootstrapInterval(units, options);
  return { ...base, alpha: { value: result.alpha, ...interval, reading: readAlpha(result.alpha) }, reason: null };
}

export function readAlpha(alpha: number): AlphaReading {
  if (alpha >= 0.8) return 'reliable';
  return alpha >= 0.667 ? 'tentative' : 'unreliable';
}

/** Percent agreement as a share of pairs: two coders who agree on 9 of 10 units give 0.9. */
function agreementOf(units: readonly (readonly number[])[]): number | null {
  let equal = 0;
  let pairs = 0;
  for (const unit of units) {
    unit.forEach((value, first) => {
      for (let second = first + 1; second < unit.length; second += 1) {
        pairs += 1;
        if (unit[second] === value) equal += 1;
      }
    });
  }
  return pairs === 0 ? null : equal / pairs;
}

/**
 * 95 % interval of alpha by drawing units with replacement, nearest-rank percentiles 2.5
 * and 97.5. Samples in which all values are equal have no alpha and are left out; when
 * they are more than half there is no interval.
 */
function bootstrapInterval(
  units: readonly (readonly number[])[],
  { level, seed, samples = 2000 }: ReliabilityOptions,
): { from: number | null; to: number | null } {
  const random = createRandom(seed);
  const ordered = orderUnits(units);
  // Units of the same values are one kind: a sample is how many of each kind it has, not the units themselves.
  const kindOf = new Int32Array(ordered.length);
  const kinds: number[][] = [];
  ordered.forEach((unit, at) => {
    if (at === 0 || unit.join(' ') !== ordered[at - 1]?.join(' ')) kinds.push(unit);
    kindOf[at] = kinds.length - 1;
  });
  const count = countCoincidences(kinds);
  const drawn = new Float64Array(kinds.length);
  const alphas: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    drawn.fill(0);
    for (let unit = 0; unit < kindOf.length; unit += 1) {
      const kind = kindOf[random.nextBelow(kindOf.length)] as number;
      drawn[kind] = (drawn[kind] as number) + 1;
    }
    const { alpha } = alphaOf(count(drawn), level);
    if (alpha !== null) alphas.push(alpha);
  }
  if (alphas.length === 0 || 2 * alphas.length < samples) return { from: null, to: null };
  alphas.sort((a, b) => a - b);
  const element = (perMille: number) => alphas[Math.max(1, Math.ceil((perMille * alphas.length) / 1000)) - 1] ?? null;
  return { from: element(25), to: element(975) };
}

/** A fixed order whatever the order of storage, so that one seed gives one interval. */
function orderUnits(units: readonly (readonly number[])[]): number[][] {
  const sorted = units.map((unit) => [...unit].sort((a, b) => a - b));
  const keys = new Map(sorted.map((unit) => [unit, unit.join(' ')]));
  return sorted.sort((a, b) => {
    const [left = '', right = ''] = [keys.get(a), keys.get(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}
