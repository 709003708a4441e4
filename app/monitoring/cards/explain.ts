import { exactScores, prepareArea, sumArea } from '../scoring/exact-score.ts';
import type { ExactScore, PreparedArea } from '../scoring/exact-score.ts';
import { displayFraction } from '../scoring/rounding.ts';
import { formatFraction } from '../scoring/fraction.ts';
import { answerTo } from '../scoring/model.ts';
import type { AnswerState, ScoredUnit, ScoringModel } from '../scoring/model.ts';

/** Decimals of intermediate results; enough to get the printed total from them by hand. */
const STEP_DECIMALS = 4;

/**
 * One item in the calculation. `points` and `outOf` are whole numbers, weight × share of
 * the scale × the units of the area, so that the columns add up with pen and paper;
 * both are null for what is not counted.
 */
interface CalculationRow {
  itemId: string;
  state: AnswerState;
  level: number | null;
  min: number;
  max: number;
  weight: number;
  points: number | null;
  outOf: number | null;
}

interface CalculationArea {
  areaId: string;
  weight: number;
  /** Points that an item of weight 1 gives at its highest level. */
  pointsPerWeight: number;
  rows: CalculationRow[];
  /** Sums of the two columns; area score = 100 · points / outOf. */
  points: number;
  outOf: number;
  /** Exact score ("4700/81") and to four decimals; null when nothing was counted. */
  exact: string | null;
  score: string | null;
}

export interface Calculation {
  areas: CalculationArea[];
  /** Total = Σ weight · area score / Σ weight over the areas. */
  exact: string | null;
  score: string | null;
}

/** The calculation of one unit's scores as a table that adds up by hand (monitoring method 2.6, point 7). */
export function explainScore(model: ScoringModel, unit: ScoredUnit): Calculation {
  const [scores] = exactScores(model, [unit]);
  const areas = model.areas.map((area) => {
    const prepared = prepareArea(area, [unit]);
    return { areaId: area.id, weight: area.weight, ...sumUp(prepared, unit), ...write(scores?.areas.get(area.id)) };
  });
  return { areas, ...write(scores?.total) };
}

function sumUp(area: PreparedArea, unit: ScoredUnit) {
  const rows = area.items.map(({ item, weight, points }): CalculationRow => {
    const answer = answerTo(unit, item.id);
    const isCounted = answer.state === 'scored' || answer.state === 'withheld';
    const level = answer.state === 'scored' ? answer.level : null;
    return {
      itemId: item.id,
      state: answer.state,
      level,
      min: item.min,
      max: item.max,
      weight: item.weight,
      points: isCounted ? Number(level === null ? 0n : (points.get(level) ?? 0n)) : null,
      outOf: isCounted ? Number(weight * area.scale) : null,
    };
  });
  const sums = sumArea(area, unit);
  return {
    pointsPerWeight: Number(area.scale * area.weightScale),
    rows,
    points: Number(sums.points),
    outOf: Number(sums.counted * area.scale),
  };
}

function write(score: ExactScore | undefined): { exact: string | null; score: string | null } {
  const value = score?.score ?? null;
  if (value === null) return { exact: null, score: null };
  return { exact: formatFraction(value), score: displayFraction(value, STEP_DECIMALS) };
}
