import {
  applyChanges,
  createAreaChunk,
  createTotalChunk,
  createWeightChunk,
  drawAnswers,
  meanAreas,
  planUnits,
  sumAreas,
  takeChunk,
  weightsOf,
} from './all-sources.ts';
import { planDraws, TERM_SIZE, TERMS_PER_PASS } from './draw-plan.ts';
import type { DrawPlan } from './draw-plan.ts';
import type { CoderCounts } from './coder-rates.ts';
import { exactScores } from './exact-score.ts';
import { DEFAULT_OPTIONS } from './model.ts';
import type { ScoredUnit, ScoringModel, ScoringOptions } from './model.ts';
import { BORDER_GUARD } from './rounding.ts';
import { publishedTotals } from './score.ts';
import { DEFAULT_DRAWING, drawWeights, isFixed } from './weight-draws.ts';
import type { DrawingOptions } from './weight-draws.ts';
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
type DrawVisitor = (rounded: Int32Array, draws: number, mean: Mean) => void;

/** How area scores become a total. */
export type Mean = 'arithmetic' | 'geometric';

/** Takes the totals of every draw and says at the end what they come to. */
export interface Collector<Result> {
  visit: DrawVisitor;
  finish(): Result;
}

type Collect = (table: ScoreTable, published: PublishedUnits) => Collector<unknown>;
type Results<All extends readonly Collect[]> = { [Key in keyof All]: ReturnType<ReturnType<All[Key]>['finish']> };

/** Draws once for all that is to be known of the draws. */
export function drawOnce<const All extends readonly Collect[]>(table: ScoreTable, all: All): Results<All> {
  const settings = settingsOf(table);
  const published = publishedUnits(table);
  const collectors = all.map((collect) => collect(table, published));
  if (!isFixed(settings.drawing) && published.units.length > 0)
    visitDraws(table.model, published.units, settings, (rounded, draws, mean) => {
      for (const collector of collectors) collector.visit(rounded, draws, mean);
    });
  return collectors.map((collector) => collector.finish()) as Results<All>;
}

/**
 * Calls `visit` with the totals of `units` under all draws, chunk by chunk; the array is used again. With all sources every draw is
 * visited twice, once under each mean.
 */
function visitDraws(model: ScoringModel, units: readonly ScoredUnit[], settings: Settings, visit: DrawVisitor): void {
  if (settings.drawing.all === null) visitWeights(model, units, settings, visit);
  else visitAll(model, units, { ...settings, coders: settings.drawing.all.coders }, visit);
}

function visitAll(
  model: ScoringModel,
  units: readonly ScoredUnit[],
  { options, drawing, coders }: Settings & { coders: readonly CoderCounts[] },
  visit: DrawVisitor,
): void {
  const draws = weightsOf(model, drawing, 'a');
  const plans = planUnits(model, units, { order: draws, coders }).map((plan) => ({
    plan,
    answers: drawAnswers(plan, drawing.seed, 'a'),
  }));
  const weights = createWeightChunk(draws);
  const areas = createAreaChunk(model.areas.length);
  const totals = createTotalChunk();
  const rounded = {
    arithmetic: new Int32Array(units.length * CHUNK),
    geometric: new Int32Array(units.length * CHUNK),
  };
  const perPoint = 10 ** options.decimals;
  for (let from = 0; from < drawing.draws; from += CHUNK) {
    const count = Math.min(CHUNK, drawing.draws - from);
    takeChunk(draws, from, count, weights);
    plans.forEach(({ plan, answers }, unit) => {
      answers.next(count);
      sumAreas(plan, weights, areas);
      applyChanges(answers.missing, weights, areas.earned);
      applyChanges(answers.coders, weights, areas.earned);
      meanAreas(plan, areas, weights, totals);
      roundTotals(totals.arithmetic, rounded.arithmetic, unit * CHUNK, perPoint);
      roundTotals(totals.geometric, rounded.geometric, unit * CHUNK, perPoint);
    });
    visit(rounded.arithmetic, count, 'arithmetic');
    visit(rounded.geometric, count, 'geometric');
  }
}

/**
 * Calls `visit` with the totals of `units` under all drawn weight sets, chunk by chunk; the
 * array is used again. All units must have a published total. Rounding a double: see
 * BORDER_GUARD; two units whose exact totals under a drawn weight set lie closer together
 * than 1e-10 may share a printed value or not, which no reader could tell either.
 */
function visitWeights(
  model: ScoringModel,
  units: readonly ScoredUnit[],
  { options, drawing }: Settings,
  visit: DrawVisitor,
): void {
  const draws = drawWeights(model, drawing);
  const plan = planDraws(model, units, draws);
  const sums = new Float64Array(plan.size);
  const rounded = new Int32Array(units.length * CHUNK);
  const chunk = createWeightChunk(draws);
  for (let from = 0; from < draws.draws; from += CHUNK) {
    const count = Math.min(CHUNK, draws.draws - from);
    takeChunk(draws, from, count, chunk);
    fillSums(plan.nodes, chunk.items, sums);
    fillFactors(plan, chunk.areas, sums);
    addTerms(plan, sums, rounded, 10 ** options.decimals);
    visit(rounded, count, 'arithmetic');
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
