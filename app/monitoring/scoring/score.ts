import { exactScores } from './exact-score.ts';
import type { ExactScore, ExactUnitScore } from './exact-score.ts';
import { compare, formatFraction, fractionOf, toNumber } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { DEFAULT_OPTIONS } from './model.ts';
import type { ScoredUnit, ScoringModel, ScoringOptions } from './model.ts';
import { displayFraction, roundHalfUp } from './rounding.ts';
import { sharedRanks } from './ranks.ts';

/**
 * A score as plain data. Print `display` and nothing else: where it is null the
 * coverage is too small and the page says "not enough data", although the machine
 * readable `value` may be there.
 */
export interface Score {
  /** The exact value, "156275/3159"; null when nothing was counted. */
  exact: string | null;
  /** The double nearest to the exact value. */
  value: number | null;
  /** Rounded half up, "49.5"; null when the coverage is below the limit. */
  display: string | null;
  /** Counted by applicable weight, 0–1; null when nothing applies. */
  coverage: number | null;
  /** Bounds over all applicable weight: missing items at 0 and at 100; null when nothing applies. */
  low: number | null;
  high: number | null;
  lowDisplay: string | null;
  highDisplay: string | null;
}

export interface UnitScore {
  id: string;
  total: Score;
  areas: Record<string, Score>;
  /** Rank among the units with a published total, on the displayed value, ties shared. */
  rank: number | null;
}

/**
 * Scores of all units with coverage limits, rounding and ranks applied (monitoring
 * method 2.1–2.3), in the order of `units`. An area is published from `minCoverageArea`
 * on; a total when every area with a weight is published and the coverage over all
 * areas is at least `minCoverageTotal`.
 */
export function computeScores(
  model: ScoringModel,
  units: readonly ScoredUnit[],
  options: Partial<ScoringOptions> = {},
): UnitScore[] {
  const settings = { ...DEFAULT_OPTIONS, ...options };
  const limits = toLimits(settings);
  const scores = exactScores(model, units);
  const ranks = sharedRanks(publishedTotals(model, scores, settings));
  return scores.map((unit, index) => ({
    id: unit.id,
    total: toScore(unit.total, isTotalPublished(model, unit, limits), settings.decimals),
    areas: Object.fromEntries(
      [...unit.areas].map(([id, score]) => [id, toScore(score, isAreaPublished(score, limits), settings.decimals)]),
    ),
    rank: ranks[index] ?? null,
  }));
}

/** The rounded total of each unit in units of the last printed decimal; null where none is published. */
export function publishedTotals(
  model: ScoringModel,
  scores: readonly ExactUnitScore[],
  options: ScoringOptions,
): (bigint | null)[] {
  const limits = toLimits(options);
  return scores.map((unit) => {
    const { score } = unit.total;
    return score !== null && isTotalPublished(model, unit, limits) ? roundHalfUp(score, options.decimals) : null;
  });
}

/** Smallest coverages as fractions: 0.7 is seven tenths, not the double nearest to it. */
interface Limits {
  area: Fraction;
  total: Fraction;
}

function toLimits({ minCoverageArea, minCoverageTotal }: ScoringOptions): Limits {
  return { area: fractionOf(minCoverageArea), total: fractionOf(minCoverageTotal) };
}

function isAreaPublished(score: ExactScore, limits: Limits): boolean {
  return score.score !== null && isCovered(score.coverage, limits.area);
}

function isTotalPublished(model: ScoringModel, unit: ExactUnitScore, limits: Limits): boolean {
  const areAllAreasPublished = model.areas.every((area) => {
    const score = unit.areas.get(area.id);
    return area.weight === 0 || (score !== undefined && isAreaPublished(score, limits));
  });
  return areAllAreasPublished && unit.total.score !== null && isCovered(unit.total.coverage, limits.total);
}

function isCovered(coverage: Fraction | null, limit: Fraction): boolean {
  return coverage !== null && compare(coverage, limit) >= 0;
}

function toScore(score: ExactScore, isPublished: boolean, decimals: number): Score {
  const display = (value: Fraction | null) => (value === null ? null : displayFraction(value, decimals));
  const number = (value: Fraction | null) => (value === null ? null : toNumber(value));
  return {
    exact: score.score === null ? null : formatFraction(score.score),
    value: number(score.score),
    display: isPublished ? display(score.score) : null,
    coverage: number(score.coverage),
    low: number(score.low),
    high: number(score.high),
    lowDisplay: display(score.low),
    highDisplay: display(score.high),
  };
}
