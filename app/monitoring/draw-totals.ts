import { exactScores } from './exact-score.ts';
import { answerTo, DEFAULT_OPTIONS } from './model.ts';
import type { ScoredUnit, ScoringItem, ScoringModel, ScoringOptions } from './model.ts';
import { BORDER_GUARD } from './rounding.ts';
import { publishedTotals } from './score.ts';
import { DEFAULT_DRAWING, drawWeights } from './weight-draws.ts';
import type { DrawingOptions } from './weight-draws.ts';
import { addWeighted, prepareSums } from './weighted-sums.ts';
import type { WeightedSums } from './weighted-sums.ts';

/** Answers of an edition with how they are scored and how weights are drawn. */
export interface ScoreTable {
  model: ScoringModel;
  units: readonly ScoredUnit[];
  options?: Partial<ScoringOptions>;
  drawing?: Partial<DrawingOptions>;
}

/** The units that have a published total, with that total as rounded by `roundHalfUp`. */
export interface PublishedUnits {
  units: ScoredUnit[];
  rounded: bigint[];
}

/** Settings of a table with the defaults filled in. */
export function settingsOf(table: ScoreTable): { options: ScoringOptions; drawing: DrawingOptions } {
  return { options: { ...DEFAULT_OPTIONS, ...table.options }, drawing: { ...DEFAULT_DRAWING, ...table.drawing } };
}

/** Only units with a published total take part in ranks, in the draws as on the page. */
export function publishedUnits(table: ScoreTable): PublishedUnits {
  const totals = publishedTotals(table.model, exactScores(table.model, table.units), settingsOf(table).options);
  const published: PublishedUnits = { units: [], rounded: [] };
  table.units.forEach((unit, index) => {
    const rounded = totals[index];
    if (rounded === null || rounded === undefined) return;
    published.units.push(unit);
    published.rounded.push(rounded);
  });
  return published;
}

interface AreaRows {
  /** Place of the area in a draw's area weights. */
  place: number;
  /** Place of the area's first item in a draw's item weights. */
  offset: number;
  points: WeightedSums;
  /** Sums of counted weights, one row per set of counted items that occurs. */
  counted: WeightedSums;
  /** The unit's set of counted items, a row of `counted`. */
  sets: Uint32Array;
}

/**
 * Calls `visit` once per drawn weight set with the totals of `units`, rounded to whole
 * units of the last printed decimal and in the order of `units`. The array is used again
 * for the next draw. All units must have a total with the methodology's own weights.
 */
export function visitDraws(
  model: ScoringModel,
  units: readonly ScoredUnit[],
  settings: { options: ScoringOptions; drawing: DrawingOptions },
  visit: (rounded: Int32Array) => void,
): void {
  const weights = drawWeights(model, settings.drawing);
  const areas = prepareAreas(model, units, weights);
  const points = new Float64Array(units.length);
  const counted = new Float64Array(units.length);
  const totals = new Float64Array(units.length);
  const rounded = new Int32Array(units.length);
  const unitsPerPoint = 10 ** settings.options.decimals;
  for (let draw = 0; draw < weights.draws; draw += 1) {
    totals.fill(0);
    const areaAt = draw * weights.areas.length;
    const areaSum = sumOf(weights.areaWeights, areaAt, weights.areas.length);
    for (const area of areas) {
      const offset = draw * weights.items.length + area.offset;
      addWeighted(area.points, weights.itemWeights, offset, points);
      addWeighted(area.counted, weights.itemWeights, offset, counted);
      const share = (weights.areaWeights[areaAt + area.place] as number) / areaSum;
      for (let set = 0; set < area.counted.rows; set += 1) counted[set] = share / (counted[set] as number);
      addArea(totals, points, counted, area.sets);
    }
    roundTotals(totals, rounded, unitsPerPoint);
    visit(rounded);
  }
}

function addArea(totals: Float64Array, points: Float64Array, factors: Float64Array, sets: Uint32Array): void {
  for (let unit = 0; unit < totals.length; unit += 1) {
    totals[unit] = (totals[unit] as number) + (points[unit] as number) * (factors[sets[unit] as number] as number);
  }
}

function roundTotals(totals: Float64Array, rounded: Int32Array, unitsPerPoint: number): void {
  const half = 0.5 + BORDER_GUARD;
  for (let unit = 0; unit < totals.length; unit += 1) {
    // Storing in whole numbers cuts the fraction off, which for these is rounding down.
    rounded[unit] = (totals[unit] as number) * unitsPerPoint + half;
  }
}

function sumOf(numbers: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let place = from; place < from + count; place += 1) sum += numbers[place] as number;
  return sum;
}

/** Areas that can count: one of weight 0 may be without a score, and stays out. */
function prepareAreas(
  model: ScoringModel,
  units: readonly ScoredUnit[],
  order: { items: { id: string; area: string }[]; areas: string[] },
): AreaRows[] {
  return order.areas.flatMap((areaId, place) => {
    const area = model.areas.find((candidate) => candidate.id === areaId);
    if (area === undefined || area.weight === 0) return [];
    const offset = order.items.findIndex((entry) => entry.area === areaId);
    const ids = order.items.filter((entry) => entry.area === areaId).map((entry) => entry.id);
    const items = ids.flatMap((id) => area.items.find((item) => item.id === id) ?? []);
    const sets = new Map<string, { row: Float64Array; place: number }>();
    const setOfUnit = Uint32Array.from(units, (unit) => {
      const row = Float64Array.from(items, (item) => (isCounted(unit, item) ? 1 : 0));
      const key = row.join('');
      const known = sets.get(key) ?? { row, place: sets.size };
      sets.set(key, known);
      return known.place;
    });
    const points = prepareSums(units.map((unit) => Float64Array.from(items, (item) => pointsOf(unit, item))));
    const counted = prepareSums([...sets.values()].map((set) => set.row));
    return [{ place, offset, points, counted, sets: setOfUnit }];
  });
}

function isCounted(unit: ScoredUnit, item: ScoringItem): boolean {
  const { state } = answerTo(unit, item.id);
  return state === 'scored' || state === 'withheld';
}

/** The item's score from 0 to 100; 0 also where nothing counts, so that only weights tell the difference. */
function pointsOf(unit: ScoredUnit, item: ScoringItem): number {
  const answer = answerTo(unit, item.id);
  return answer.state === 'scored' ? (100 * (answer.level - item.min)) / (item.max - item.min) : 0;
}
