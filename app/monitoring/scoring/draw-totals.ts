import { planDraws, TERM_SIZE, TERMS_PER_PASS } from './draw-plan.ts';
import type { DrawPlan } from './draw-plan.ts';
import { exactScores } from './exact-score.ts';
import { DEFAULT_OPTIONS } from './model.ts';
import type { ScoredUnit, ScoringModel, ScoringOptions } from './model.ts';
import { BORDER_GUARD } from './rounding.ts';
import { publishedTotals } from './score.ts';
import { DEFAULT_DRAWING, drawWeights } from './weight-draws.ts';
import type { DrawingOptions, WeightDraws } from './weight-draws.ts';
import { CHUNK, fillSums } from './weighted-sums.ts';

/** Answers of an edition with how they are scored and how weights are drawn. */
export interface ScoreTable {
  model: ScoringModel;
  units: readonly ScoredUnit[];
  options?: Partial<ScoringOptions>;
  drawing?: Partial<DrawingOptions>;
}

export interface Settings {
  options: ScoringOptions;
  drawing: DrawingOptions;
}

/** The units that have a published total, with that total as rounded by `roundHalfUp`. */
export interface PublishedUnits {
  units: ScoredUnit[];
  rounded: bigint[];
}

/** Settings of a table with the defaults filled in. */
export function settingsOf(table: ScoreTable): Settings {
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

/**
 * Totals under up to CHUNK weight sets, in units of the last printed decimal: the total of
 * unit u in draw d is at u · CHUNK + d, for d below `draws`; what lies beyond is not a total.
 */
export type DrawVisitor = (rounded: Int32Array, draws: number) => void;

/**
 * Calls `visit` with the totals of `units` under all drawn weight sets, chunk by chunk; the
 * array is used again. All units must have a published total. Rounding a double: see
 * BORDER_GUARD; two units whose exact totals under a drawn weight set lie closer together
 * than 1e-10 may share a printed value or not, which no reader could tell either.
 */
export function visitDraws(
  model: ScoringModel,
  units: readonly ScoredUnit[],
  { options, drawing }: Settings,
  visit: DrawVisitor,
): void {
  const draws = drawWeights(model, drawing);
  const plan = planDraws(model, units, draws);
  const sums = new Float64Array(plan.size);
  const rounded = new Int32Array(units.length * CHUNK);
  const chunk = {
    items: new Float64Array(draws.items.length * CHUNK),
    areas: new Float64Array(draws.areas.length * CHUNK),
  };
  for (let from = 0; from < draws.draws; from += CHUNK) {
    const count = Math.min(CHUNK, draws.draws - from);
    takeChunk(draws, from, count, chunk);
    fillSums(plan.nodes, chunk.items, sums);
    fillFactors(plan, chunk.areas, sums);
    addTerms(plan, sums, rounded, 10 ** options.decimals);
    visit(rounded, count);
  }
}

/** Copies weight sets so that the weights of one item lie side by side; area weights are made to sum to 1. */
function takeChunk(
  draws: WeightDraws,
  from: number,
  count: number,
  to: { items: Float64Array; areas: Float64Array },
): void {
  const items = draws.items.length;
  const areas = draws.areas.length;
  for (let draw = 0; draw < count; draw += 1) {
    const itemsFrom = (from + draw) * items;
    for (let item = 0; item < items; item += 1)
      to.items[item * CHUNK + draw] = draws.itemWeights[itemsFrom + item] as number;
    const own = draws.areaWeights.subarray((from + draw) * areas, (from + draw + 1) * areas);
    const sum = own.reduce((total, weight) => total + weight, 0);
    own.forEach((weight, area) => {
      to.areas[area * CHUNK + draw] = weight / sum;
    });
  }
}

function fillFactors(plan: DrawPlan, areaWeights: Float64Array, sums: Float64Array): void {
  for (const { area, counted, to } of plan.factors) {
    for (let draw = 0; draw < CHUNK; draw += 1) {
      let weight = 0;
      for (const place of counted) weight += sums[place + draw] as number;
      sums[to + draw] = (areaWeights[area * CHUNK + draw] as number) / weight;
    }
  }
}

function addTerms(plan: DrawPlan, sums: Float64Array, rounded: Int32Array, unitsPerPoint: number): void {
  const { terms, passes } = plan;
  const width = TERMS_PER_PASS * TERM_SIZE;
  const units = rounded.length / CHUNK;
  const totals = new Float64Array(CHUNK);
  for (let unit = 0; unit < units; unit += 1) {
    totals.fill(0);
    for (let pass = 0; pass < passes; pass += 1) addPass(terms, (unit * passes + pass) * width, sums, totals);
    roundTotals(totals, rounded, unit * CHUNK, unitsPerPoint);
  }
}

/** Three terms at once, written out: this line runs for every municipality and draw. */
function addPass(terms: Uint32Array, at: number, sums: Float64Array, totals: Float64Array): void {
  const a = terms[at] as number,
    b = terms[at + 1] as number,
    c = terms[at + 2] as number,
    f = terms[at + 3] as number;
  const k = terms[at + 4] as number,
    l = terms[at + 5] as number,
    m = terms[at + 6] as number,
    g = terms[at + 7] as number;
  const p = terms[at + 8] as number,
    q = terms[at + 9] as number,
    r = terms[at + 10] as number,
    h = terms[at + 11] as number;
  for (let d = 0; d < CHUNK; d += 1) {
    totals[d] =
      (totals[d] as number) +
      ((sums[a + d] as number) + (sums[b + d] as number) + (sums[c + d] as number)) * (sums[f + d] as number) +
      ((sums[k + d] as number) + (sums[l + d] as number) + (sums[m + d] as number)) * (sums[g + d] as number) +
      ((sums[p + d] as number) + (sums[q + d] as number) + (sums[r + d] as number)) * (sums[h + d] as number);
  }
}

function roundTotals(totals: Float64Array, rounded: Int32Array, at: number, unitsPerPoint: number): void {
  const half = 0.5 + BORDER_GUARD;
  for (let draw = 0; draw < CHUNK; draw += 1) {
    // Storing as a whole number cuts the fraction off, which for these is rounding down.
    rounded[at + draw] = (totals[draw] as number) * unitsPerPoint + half;
  }
}
