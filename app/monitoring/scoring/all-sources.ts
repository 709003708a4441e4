import { coderRates, type CoderCounts } from './coder-rates.ts';
import { answerTo } from './model.ts';
import type { ScoredUnit, ScoringItem, ScoringModel } from './model.ts';
import { createRandom } from './random.ts';
import { drawWeights, type DrawingOptions, type WeightDraws } from './weight-draws.ts';
import { CHUNK } from './weighted-sums.ts';

/**
 * Totals under everything that could have been otherwise, drawn together: the weights; the answers that are missing, each of their
 * levels as likely as another; what another coder would have answered, at the rate at which the edition's own coders differ; and the
 * mean of the areas, arithmetic and geometric under every draw. Worked out CHUNK draws at a time, as sums over the answers that are
 * there, put right where a draw changed one.
 */

/** Area scores below this count as this in the geometric mean, where a single 0 would make the total 0. */
export const GEOMETRIC_FLOOR = 1;

/** Which of two independent sets of numbers: ranks are drawn from A, B is there to tell the sources apart. */
export type DrawnSet = 'a' | 'b';

/** Streams of a municipality: its missing answers and its coders, in each set. */
const STREAMS = { a: { missing: 0, coders: 1 }, b: { missing: 2, coders: 3 } } as const;

/**
 * The seed of one stream of one municipality: its draws depend on its code alone, not on who else is in the table. Code 0 belongs to no
 * municipality; with it set B draws its weights. Throws RangeError for an id that is not a code of seven digits.
 */
export function streamSeed(seed: number, stream: number, id: string): number {
  if (!/^\d{7}$/.test(id)) throw new RangeError(`"${id}" is not a TERYT code`);
  return ((seed % 225_000_000) * 4 + stream) * 10_000_000 + Number(id);
}

/** The weight sets of set A are those of the weights alone. */
export function weightsOf(model: ScoringModel, drawing: DrawingOptions, set: DrawnSet): WeightDraws {
  const seed = set === 'a' ? drawing.seed : streamSeed(drawing.seed, STREAMS.b.missing, '0000000');
  return drawWeights(model, { ...drawing, seed });
}

/** The weight sets of one chunk, the weights of one item side by side; area weights sum to 1. */
export interface WeightChunk {
  items: Float64Array;
  areas: Float64Array;
}

export function createWeightChunk(draws: WeightDraws): WeightChunk {
  return {
    items: new Float64Array(draws.items.length * CHUNK),
    areas: new Float64Array(draws.areas.length * CHUNK),
  };
}

/** Copies weight sets into a chunk. */
export function takeChunk(draws: WeightDraws, from: number, count: number, to: WeightChunk): void {
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

/** An answer that is there and could have been another; `limits` are the upper ends of v for each other level, rising. */
interface Coded {
  item: number;
  limits: number[];
  deltas: number[];
}

interface PlannedArea {
  /** Place of the area in the weight sets. */
  place: number;
  /** Places of the items that apply, and their points; a missing one has 0. */
  items: Int32Array;
  points: Float64Array;
  /** Share of answers that another coder would have given otherwise. */
  rate: number;
  coded: Coded[];
}

/** One municipality, prepared for draws. */
export interface PlannedUnit {
  id: string;
  areas: PlannedArea[];
  missing: { area: number; item: number; levels: number }[];
}

/** Prepares units that all have a published total; items and areas in the order of the drawn weights. */
export function planUnits(
  model: ScoringModel,
  units: readonly ScoredUnit[],
  { order, coders }: { order: WeightDraws; coders: readonly CoderCounts[] },
): PlannedUnit[] {
  const rates = coderRates(coders);
  const areas = order.areas.flatMap((id, place) => {
    const area = model.areas.find((each) => each.id === id);
    if (area === undefined || area.weight === 0) return [];
    const items = order.items.flatMap((entry, at) => {
      const item = entry.area === id ? area.items.find((each) => each.id === entry.id) : undefined;
      return item ? [{ item, at }] : [];
    });
    return [{ place, items, rates: rates?.get(id) ?? [] }];
  });
  return units.map((unit) => {
    const missing: PlannedUnit['missing'] = [];
    const planned = areas.map(({ place, items, rates: own }, area): PlannedArea => {
      const applicable = items.filter(({ item }) => answerTo(unit, item.id).state !== 'not_applicable');
      const coded: Coded[] = [];
      const points = applicable.map(({ item, at }) => {
        const answer = answerTo(unit, item.id);
        if (answer.state === 'not_assessed')
          missing.push({ area, item: at, levels: Math.max(2, Math.floor(item.max - item.min) + 1) });
        if (answer.state !== 'scored') return 0;
        coded.push({ item: at, ...otherLevels(item, answer.level, own) });
        return pointsOf(item, answer.level);
      });
      return {
        place,
        items: Int32Array.from(applicable, ({ at }) => at),
        points: Float64Array.from(points),
        rate: own.reduce((sum, rate) => sum + rate, 0),
        coded,
      };
    });
    return { id: unit.id, areas: planned, missing };
  });
}

function pointsOf(item: ScoringItem, level: number): number {
  return (100 * (level - item.min)) / (item.max - item.min);
}

/** The levels as far off as coders differ: both sides as likely, the only one where the scale ends, the same where it has neither. */
function otherLevels(item: ScoringItem, level: number, rates: readonly number[]): Pick<Coded, 'limits' | 'deltas'> {
  const limits: number[] = [];
  const deltas: number[] = [];
  let limit = 0;
  rates.forEach((rate, index) => {
    const from = limit;
    limit += rate;
    const others = [level - index - 1, level + index + 1].filter((each) => each >= item.min && each <= item.max);
    if (others.length === 2) {
      limits.push(from + rate / 2);
      deltas.push(pointsOf(item, others[0] as number) - pointsOf(item, level));
    }
    limits.push(limit);
    deltas.push(others.length === 0 ? 0 : pointsOf(item, others.at(-1) as number) - pointsOf(item, level));
  });
  return { limits, deltas };
}

/** What the draws of a chunk change: by place the area, the item, the draw and by how many points. */
export interface Changes {
  count: number;
  areas: Int32Array;
  items: Int32Array;
  draws: Int32Array;
  deltas: Float64Array;
}

/** Draws the changes of one municipality, chunk after chunk. */
export interface AnswerDraws {
  missing: Changes;
  coders: Changes;
  next(count: number): void;
}

export function drawAnswers(unit: PlannedUnit, seed: number, set: DrawnSet): AnswerDraws {
  const missing = createChanges(unit.missing.length * CHUNK);
  const coders = createChanges(unit.areas.reduce((sum, area) => sum + area.coded.length, 0) * CHUNK);
  const levels = createRandom(streamSeed(seed, STREAMS[set].missing, unit.id));
  const others = createRandom(streamSeed(seed, STREAMS[set].coders, unit.id));
  const logs = unit.areas.map(({ rate }) => Math.log(1 - Math.min(1, rate)));
  const skip = (area: number) => Math.floor(Math.log(others.nextUniform()) / (logs[area] as number));
  /** By area how many of its answers come before the next one that is changed. */
  const before = unit.areas.map(({ rate }, area) => (rate > 0 ? skip(area) : Infinity));
  function drawOthers(draw: number): void {
    for (let area = 0; area < before.length; area += 1) {
      const { coded, rate } = unit.areas[area] as PlannedArea;
      let at = before[area] as number;
      while (at < coded.length) {
        const { item, limits, deltas } = coded[at] as Coded;
        const v = others.nextUniform() * rate;
        let place = 0;
        while (place < limits.length - 1 && v >= (limits[place] as number)) place += 1;
        addChange(coders, area, item, draw, deltas[place] as number);
        at += 1 + skip(area);
      }
      before[area] = at - coded.length;
    }
  }
  return {
    missing,
    coders,
    next(count) {
      missing.count = 0;
      coders.count = 0;
      for (let draw = 0; draw < count; draw += 1) {
        for (const { area, item, levels: of } of unit.missing)
          addChange(missing, area, item, draw, (100 * Math.floor(levels.nextUniform() * of)) / (of - 1));
        drawOthers(draw);
      }
    },
  };
}

function createChanges(most: number): Changes {
  return {
    count: 0,
    areas: new Int32Array(most),
    items: new Int32Array(most),
    draws: new Int32Array(most),
    deltas: new Float64Array(most),
  };
}

function addChange(to: Changes, area: number, item: number, draw: number, delta: number): void {
  const at = to.count;
  to.areas[at] = area;
  to.items[at] = item;
  to.draws[at] = draw;
  to.deltas[at] = delta;
  to.count = at + 1;
}

/** Points earned by the answers that are there, and weights of all that apply, by area and draw. */
export interface AreaChunk {
  earned: Float64Array;
  weights: Float64Array;
}

export function createAreaChunk(areas: number): AreaChunk {
  return { earned: new Float64Array(areas * CHUNK), weights: new Float64Array(areas * CHUNK) };
}

export function sumAreas(unit: PlannedUnit, weights: WeightChunk, to: AreaChunk): void {
  const { items: drawn } = weights;
  to.earned.fill(0);
  to.weights.fill(0);
  for (let area = 0; area < unit.areas.length; area += 1) {
    const { items, points } = unit.areas[area] as PlannedArea;
    const own = area * CHUNK;
    for (let at = 0; at < items.length; at += 1) {
      const from = (items[at] as number) * CHUNK;
      const value = points[at] as number;
      for (let draw = 0; draw < CHUNK; draw += 1) {
        const weight = drawn[from + draw] as number;
        to.weights[own + draw] = (to.weights[own + draw] as number) + weight;
        to.earned[own + draw] = (to.earned[own + draw] as number) + weight * value;
      }
    }
  }
}

/** Adds changes to points that were earned under the same weights. */
export function applyChanges(changes: Changes, weights: WeightChunk, earned: Float64Array): void {
  for (let at = 0; at < changes.count; at += 1) {
    const draw = changes.draws[at] as number;
    const place = (changes.areas[at] as number) * CHUNK + draw;
    const weight = weights.items[(changes.items[at] as number) * CHUNK + draw] as number;
    earned[place] = (earned[place] as number) + weight * (changes.deltas[at] as number);
  }
}

/** Totals by both means; what lies beyond the chunk's draws is not a total. */
export interface TotalChunk {
  arithmetic: Float64Array;
  geometric: Float64Array;
}

export function createTotalChunk(): TotalChunk {
  return { arithmetic: new Float64Array(CHUNK), geometric: new Float64Array(CHUNK) };
}

export function meanAreas(
  unit: PlannedUnit,
  { earned, weights }: AreaChunk,
  shares: WeightChunk,
  to: TotalChunk,
): void {
  const { arithmetic, geometric } = to;
  arithmetic.fill(0);
  geometric.fill(0);
  for (let area = 0; area < unit.areas.length; area += 1) {
    const from = (unit.areas[area] as PlannedArea).place * CHUNK;
    const own = area * CHUNK;
    for (let draw = 0; draw < CHUNK; draw += 1) {
      const score = (earned[own + draw] as number) / (weights[own + draw] as number);
      const share = shares.areas[from + draw] as number;
      arithmetic[draw] = (arithmetic[draw] as number) + share * score;
      geometric[draw] =
        (geometric[draw] as number) + share * Math.log(score > GEOMETRIC_FLOOR ? score : GEOMETRIC_FLOOR);
    }
  }
  for (let draw = 0; draw < CHUNK; draw += 1) geometric[draw] = Math.exp(geometric[draw] as number);
}
