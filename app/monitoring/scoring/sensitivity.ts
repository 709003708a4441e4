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
  type PlannedUnit,
  type WeightChunk,
} from './all-sources.ts';
import { coderRates, type CoderCounts } from './coder-rates.ts';
import type { ScoredUnit, ScoringModel } from './model.ts';
import type { DrawingOptions } from './weight-draws.ts';
import { CHUNK } from './weighted-sums.ts';

/** Draws for the shares of the sources: enough for whole per cent that are off by two or three. */
export const SENSITIVITY_DRAWS = 2000;

/** The first-order share of each source in the variance of a total or of a difference, 0–1; what is left is how they act together. */
export interface SourceShares {
  weights: number;
  missing: number;
  /** Null where too few answers were given twice to know how coders differ. */
  coders: number | null;
  aggregation: number;
}

export interface SourceVariances {
  variance: number;
  weights: number;
  missing: number;
  coders: number | null;
  aggregation: number;
}

interface Sample {
  /** Under set A by both means, and the middle of the two means under A, B, and A with one source taken from B. */
  arithmetic: Float64Array;
  geometric: Float64Array;
  b: Float64Array;
  weights: Float64Array;
  missing: Float64Array;
  coders: Float64Array;
}

export interface SensitivityTable {
  model: ScoringModel;
  /** All with a published total. */
  units: readonly ScoredUnit[];
  drawing: DrawingOptions;
  coders: readonly CoderCounts[];
}

/**
 * How much of the variance of each unit's total each source explains alone (first-order index of Sobol, estimated after Saltelli and
 * others 2010 from two independent sets of draws; OECD/JRC, Handbook on Constructing Composite Indicators 2008, 7.2), in the order of
 * the units. A source that is not there explains exactly nothing.
 */
export function sourceVariances(table: SensitivityTable): SourceVariances[] {
  return eachSample(table, (sample) => variancesOf(sample, isMeasured(table)));
}

/** The same of the difference of two units, which share the drawn weights. */
export function differenceVariances(table: SensitivityTable): SourceVariances {
  const [a, b] = eachSample(table, (sample) => sample);
  if (!a || !b) throw new RangeError('A difference is one of two');
  const minus = (x: Float64Array, y: Float64Array) => x.map((value, at) => value - (y[at] as number));
  return variancesOf(
    {
      arithmetic: minus(a.arithmetic, b.arithmetic),
      geometric: minus(a.geometric, b.geometric),
      b: minus(a.b, b.b),
      weights: minus(a.weights, b.weights),
      missing: minus(a.missing, b.missing),
      coders: minus(a.coders, b.coders),
    },
    isMeasured(table),
  );
}

/** Shares of one variance, or of the sum of many; null where nothing varies. */
export function sharesOf(all: readonly SourceVariances[]): SourceShares | null {
  const sum = (of: (each: SourceVariances) => number) => all.reduce((total, each) => total + of(each), 0);
  const variance = sum((each) => each.variance);
  if (variance === 0) return null;
  const share = (part: number) => Math.min(1, Math.max(0, part / variance));
  return {
    weights: share(sum((each) => each.weights)),
    missing: share(sum((each) => each.missing)),
    coders: all.some((each) => each.coders === null) ? null : share(sum((each) => each.coders ?? 0)),
    aggregation: share(sum((each) => each.aggregation)),
  };
}

function isMeasured({ coders }: SensitivityTable): boolean {
  return coderRates(coders) !== null;
}

function eachSample<Result>(table: SensitivityTable, take: (sample: Sample) => Result): Result[] {
  const drawing = { ...table.drawing, draws: Math.min(SENSITIVITY_DRAWS, table.drawing.draws) };
  const [a, b] = [weightsOf(table.model, drawing, 'a'), weightsOf(table.model, drawing, 'b')];
  const chunks = Array.from({ length: Math.ceil(drawing.draws / CHUNK) }, (_, at) => {
    const count = Math.min(CHUNK, drawing.draws - at * CHUNK);
    const taken = { a: createWeightChunk(a), b: createWeightChunk(b), count };
    takeChunk(a, at * CHUNK, count, taken.a);
    takeChunk(b, at * CHUNK, count, taken.b);
    return taken;
  });
  const plans = planUnits(table.model, table.units, { order: a, coders: table.coders });
  return plans.map((plan) => take(sampleOf(plan, chunks, drawing)));
}

function sampleOf(
  unit: PlannedUnit,
  chunks: readonly { a: WeightChunk; b: WeightChunk; count: number }[],
  { draws, seed }: DrawingOptions,
): Sample {
  const column = () => new Float64Array(draws);
  const sample: Sample = {
    arithmetic: column(),
    geometric: column(),
    b: column(),
    weights: column(),
    missing: column(),
    coders: column(),
  };
  const answers = { a: drawAnswers(unit, seed, 'a'), b: drawAnswers(unit, seed, 'b') };
  const sums = { a: createAreaChunk(unit.areas.length), b: createAreaChunk(unit.areas.length) };
  const earned = new Float64Array(unit.areas.length * CHUNK);
  const totals = createTotalChunk();
  chunks.forEach(({ a, b, count }, chunk) => {
    const under = (weights: 'a' | 'b', missing: 'a' | 'b', coders: 'a' | 'b') => {
      const drawn = weights === 'a' ? a : b;
      earned.set(sums[weights].earned);
      applyChanges(answers[missing].missing, drawn, earned);
      applyChanges(answers[coders].coders, drawn, earned);
      meanAreas(unit, { earned, weights: sums[weights].weights }, drawn, totals);
    };
    const keep = (to: Float64Array) => {
      for (let draw = 0; draw < count; draw += 1)
        to[chunk * CHUNK + draw] = ((totals.arithmetic[draw] as number) + (totals.geometric[draw] as number)) / 2;
    };
    answers.a.next(count);
    answers.b.next(count);
    sumAreas(unit, a, sums.a);
    sumAreas(unit, b, sums.b);
    under('a', 'a', 'a');
    sample.arithmetic.set(totals.arithmetic.subarray(0, count), chunk * CHUNK);
    sample.geometric.set(totals.geometric.subarray(0, count), chunk * CHUNK);
    under('b', 'b', 'b');
    keep(sample.b);
    under('b', 'a', 'a');
    keep(sample.weights);
    under('a', 'b', 'a');
    keep(sample.missing);
    under('a', 'a', 'b');
    keep(sample.coders);
  });
  return sample;
}

function variancesOf(sample: Sample, isCoderMeasured: boolean): SourceVariances {
  const { arithmetic, geometric, b } = sample;
  const draws = b.length;
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / draws;
  const [first, second] = [mean(arithmetic), mean(geometric)];
  const center = (first + second) / 2;
  let squares = 0;
  for (let draw = 0; draw < draws; draw += 1)
    squares += ((arithmetic[draw] as number) - center) ** 2 + ((geometric[draw] as number) - center) ** 2;
  const explained = (other: Float64Array) => {
    let sum = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const own = ((arithmetic[draw] as number) + (geometric[draw] as number)) / 2;
      sum += ((b[draw] as number) - center) * ((other[draw] as number) - own);
    }
    return sum / draws;
  };
  return {
    variance: squares / (2 * draws),
    weights: explained(sample.weights),
    missing: explained(sample.missing),
    coders: isCoderMeasured ? explained(sample.coders) : null,
    aggregation: ((first - second) / 2) ** 2,
  };
}
