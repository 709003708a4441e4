import { answerTo } from './model.ts';
import type { ScoredUnit, ScoringArea, ScoringItem, ScoringModel } from './model.ts';
import type { WeightDraws } from './weight-draws.ts';
import { addRows, CHUNK, createNodes, prepareNodes } from './weighted-sums.ts';
import type { PreparedNodes, SumNodes } from './weighted-sums.ts';

/** Terms added in one pass; a term is three sums of points times one factor. */
export const TERMS_PER_PASS = 3;

/** Numbers that describe one term: three nodes and the factor, as places in the sums. */
export const TERM_SIZE = 4;

/**
 * How to get from drawn weights to totals: fill in the sums of the nodes, then the
 * factors (area weight by counted weight), then per unit add up terms.
 */
export interface DrawPlan {
  nodes: PreparedNodes;
  factors: Factor[];
  /** Doubles that nodes and factors need. */
  size: number;
  /** By unit: `passes` times TERMS_PER_PASS terms; a term of zeros adds nothing. */
  terms: Uint32Array;
  passes: number;
}

/** One set of counted items of an area: area weight ÷ Σ weights of these items. */
interface Factor {
  /** Place of the area in a draw's area weights. */
  area: number;
  /** Places in the sums whose total is the counted weight. */
  counted: number[];
  /** Place in the sums where the factor goes. */
  to: number;
}

interface AreaPlan {
  points: number[][];
  factorOfUnit: Factor[];
}

/** Works out the plan for units that all have a score in each area with a weight above 0. */
export function planDraws(model: ScoringModel, units: readonly ScoredUnit[], order: WeightDraws): DrawPlan {
  const nodes = createNodes();
  const plans = order.areas.flatMap((id, place) => {
    const area = model.areas.find((candidate) => candidate.id === id);
    // An area of weight 0 may be without a score; it must not turn the total into 0/0.
    return area === undefined || area.weight === 0 ? [] : [planArea(nodes, area, units, { order, place })];
  });
  const factors = plans.flatMap((plan) => [...new Set(plan.factorOfUnit)]);
  factors.forEach((factor, index) => {
    factor.to = (nodes.parents.length + index) * CHUNK;
  });
  const termsByUnit = units.map((_, unit) => plans.flatMap((plan) => toTerms(plan, unit)));
  const most = Math.max(0, ...termsByUnit.map((terms) => terms.length / TERM_SIZE));
  const passes = Math.ceil(most / TERMS_PER_PASS);
  const width = passes * TERMS_PER_PASS * TERM_SIZE;
  const terms = new Uint32Array(units.length * width);
  termsByUnit.forEach((own, unit) => terms.set(own, unit * width));
  return { nodes: prepareNodes(nodes), factors, size: (nodes.parents.length + factors.length) * CHUNK, terms, passes };
}

function planArea(
  nodes: SumNodes,
  area: ScoringArea,
  units: readonly ScoredUnit[],
  { order, place }: { order: WeightDraws; place: number },
): AreaPlan {
  const byId = new Map(area.items.map((item) => [item.id, item]));
  const items = order.items.flatMap((entry) => (entry.area === area.id ? (byId.get(entry.id) ?? []) : []));
  const offset = order.items.findIndex((entry) => entry.area === area.id);
  const points = addRows(
    nodes,
    units.map((unit) => toRow(items, (item) => pointsOf(unit, item))),
    offset,
  );
  const sets = new Map<string, Float64Array>();
  const keys = units.map((unit) => {
    const key = items.map((item) => (isCounted(unit, item) ? '1' : '0')).join('');
    if (!sets.has(key)) sets.set(key, Float64Array.from(key, Number));
    return key;
  });
  const counted = addRows(nodes, [...sets.values()], offset);
  const factors = new Map(
    [...sets.keys()].map((key, index): [string, Factor] => {
      const places = (counted[index] ?? []).map((node) => node * CHUNK);
      return [key, { area: place, counted: places, to: 0 }];
    }),
  );
  return { points, factorOfUnit: keys.flatMap((key) => factors.get(key) ?? []) };
}

function toTerms(plan: AreaPlan, unit: number): number[] {
  const nodes = plan.points[unit] ?? [];
  const factor = plan.factorOfUnit[unit]?.to ?? 0;
  const terms: number[] = [];
  for (let at = 0; at < nodes.length; at += 3) {
    for (let part = at; part < at + 3; part += 1) terms.push((nodes[part] ?? 0) * CHUNK);
    terms.push(factor);
  }
  return terms;
}

function toRow(items: readonly ScoringItem[], valueOf: (item: ScoringItem) => number): Float64Array {
  const row = new Float64Array(items.length);
  items.forEach((item, place) => {
    row[place] = valueOf(item);
  });
  return row;
}

function isCounted(unit: ScoredUnit, item: ScoringItem): boolean {
  const { state } = answerTo(unit, item.id);
  return state === 'scored' || state === 'withheld';
}

/** The item's score from 0 to 100; 0 also where it does not count, and only the factor tells the two apart. */
function pointsOf(unit: ScoredUnit, item: ScoringItem): number {
  const answer = answerTo(unit, item.id);
  return answer.state === 'scored' ? (100 * (answer.level - item.min)) / (item.max - item.min) : 0;
}
