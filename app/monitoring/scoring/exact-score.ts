import { add, compare, divide, fraction, fractionOf, lcm, multiply, subtract, ZERO } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { answerTo, requireLevel } from './model.ts';
import type { ScoredUnit, ScoringArea, ScoringItem, ScoringModel } from './model.ts';

/** A score from 0 to 100 with its coverage and bounds; null where it cannot be computed. */
export interface ExactScore {
  /** Mean over what was counted; null when nothing was. */
  score: Fraction | null;
  /** Counted weight by applicable weight; null when nothing applies. */
  coverage: Fraction | null;
  /** Missing items at 0, over all applicable weight. */
  low: Fraction | null;
  /** Missing items at 100, over all applicable weight. */
  high: Fraction | null;
}

export interface ExactUnitScore {
  id: string;
  total: ExactScore;
  areas: Map<string, ExactScore>;
}

interface PreparedItem {
  item: ScoringItem;
  weight: bigint;
  /** Earned share of the scale by level, in units of 1/`scale` of the area, times the weight. */
  points: Map<number, bigint>;
}

/** An area with all its weights and shares as whole numbers over common denominators. */
export interface PreparedArea {
  id: string;
  weight: Fraction;
  /** Points of an item of weight 1 answered at its maximum. */
  scale: bigint;
  /** Denominator that the item weights share. */
  weightScale: bigint;
  items: PreparedItem[];
}

/** Points and weights of one unit in one area, whole numbers in the units of its PreparedArea. */
export interface AreaSums {
  points: bigint;
  counted: bigint;
  applicable: bigint;
}

/**
 * Exact scores of all units (monitoring method 2.1 and 2.2): per area the weighted
 * mean of the counted items, in total the weighted mean of the areas. Coverage limits
 * and rounding are applied by `computeScores`. No units, no scores.
 */
export function exactScores(model: ScoringModel, units: readonly ScoredUnit[]): ExactUnitScore[] {
  const areas = model.areas.map((area) => prepareArea(area, units));
  return units.map((unit) => {
    const sums = areas.map((area) => sumArea(area, unit));
    const scores = areas.map((area, index) => scoreArea(area, sums[index] as AreaSums));
    return {
      id: unit.id,
      total: scoreTotal(areas, sums, scores),
      areas: new Map(areas.map((area, index) => [area.id, scores[index] as ExactScore])),
    };
  });
}

/** Puts weights and the shares of all levels that occur over common denominators. */
export function prepareArea(area: ScoringArea, units: readonly ScoredUnit[]): PreparedArea {
  const weights = area.items.map((item) => fractionOf(item.weight));
  const weightScale = weights.reduce((common, weight) => lcm(common, weight.d), 1n);
  const shares = area.items.map((item) => levelShares(item, units));
  // One step of each scale besides the levels that occur, so that the units of points do
  // not depend on the answers and tables of two municipalities can be read side by side.
  const steps = area.items.map((item) => divide(fraction(1n), spanOf(item)));
  const scale = [...shares.flatMap((byLevel) => [...byLevel.values()]), ...steps].reduce(
    (common, share) => lcm(common, share.d),
    1n,
  );
  const items = area.items.map((item, index) => {
    const own = weights[index] ?? ZERO;
    const weight = own.n * (weightScale / own.d);
    const byLevel = [...(shares[index] ?? [])];
    const points = new Map(byLevel.map(([level, share]) => [level, weight * share.n * (scale / share.d)]));
    return { item, weight, points };
  });
  return { id: area.id, weight: fractionOf(area.weight), scale, weightScale, items };
}

function spanOf(item: ScoringItem): Fraction {
  const span = subtract(fractionOf(item.max), fractionOf(item.min));
  if (span.n <= 0n) throw new RangeError(`${item.id}: max must be greater than min`);
  return span;
}

function levelShares(item: ScoringItem, units: readonly ScoredUnit[]): Map<number, Fraction> {
  const min = fractionOf(item.min);
  const span = spanOf(item);
  const shares = new Map<number, Fraction>();
  for (const unit of units) {
    const answer = answerTo(unit, item.id);
    if (answer.state !== 'scored' || shares.has(answer.level)) continue;
    requireLevel(item, answer.level, unit.id);
    shares.set(answer.level, divide(subtract(fractionOf(answer.level), min), span));
  }
  return shares;
}

/** Sums one unit's points; a withheld answer adds weight and no points. */
export function sumArea(area: PreparedArea, unit: ScoredUnit): AreaSums {
  const sums: AreaSums = { points: 0n, counted: 0n, applicable: 0n };
  for (const { item, weight, points } of area.items) {
    const answer = answerTo(unit, item.id);
    if (answer.state === 'not_applicable') continue;
    sums.applicable += weight;
    if (answer.state === 'not_assessed') continue;
    sums.counted += weight;
    if (answer.state === 'scored') sums.points += points.get(answer.level) ?? 0n;
  }
  return sums;
}

function scoreArea(area: PreparedArea, sums: AreaSums): ExactScore {
  const { points, counted, applicable } = sums;
  if (applicable === 0n) return { score: null, coverage: null, low: null, high: null };
  const missing = area.scale * (applicable - counted);
  const low = fraction(100n * points, area.scale * applicable);
  if (missing === 0n) return { score: low, coverage: fraction(1n), low, high: low };
  return {
    score: counted === 0n ? null : fraction(100n * points, area.scale * counted),
    coverage: fraction(counted, applicable),
    low,
    high: fraction(100n * (points + missing), area.scale * applicable),
  };
}

/** Areas of weight 0 (a reader may choose that) stay out of the total altogether. */
function scoreTotal(areas: PreparedArea[], sums: AreaSums[], scores: ExactScore[]): ExactScore {
  let counted = ZERO;
  let applicable = ZERO;
  const parts: { weight: Fraction; score: ExactScore }[] = [];
  areas.forEach((area, index) => {
    const own = sums[index];
    const score = scores[index];
    if (own === undefined || score === undefined || compare(area.weight, ZERO) === 0) return;
    parts.push({ weight: area.weight, score });
    counted = add(counted, fraction(own.counted, area.weightScale));
    applicable = add(applicable, fraction(own.applicable, area.weightScale));
  });
  const score = weightedMean(parts.map((part) => [part.weight, part.score.score]));
  const low = weightedMean(parts.map((part) => [part.weight, part.score.low]));
  const isComplete = compare(counted, applicable) === 0;
  return {
    score,
    coverage: applicable.n === 0n ? null : divide(counted, applicable),
    low,
    high: isComplete ? low : weightedMean(parts.map((part) => [part.weight, part.score.high])),
  };
}

/** Σ weight·value / Σ weight; null when a value is missing, the list is empty or all weights are 0. */
function weightedMean(parts: readonly (readonly [Fraction, Fraction | null])[]): Fraction | null {
  let sum = ZERO;
  let weights = ZERO;
  for (const [weight, value] of parts) {
    if (value === null) return null;
    sum = add(sum, multiply(weight, value));
    weights = add(weights, weight);
  }
  return weights.n === 0n ? null : divide(sum, weights);
}
