import type { CoderCounts } from './coder-rates.ts';
import { createRandom, nextDirichlet } from './random.ts';
import type { ScoringModel } from './model.ts';

export interface DrawingOptions {
  /** Number of weight sets. */
  draws: number;
  seed: number;
  /** Each item weight is multiplied by a number from 1 − spread to 1 + spread; 0 to 1. */
  weightSpread: number;
  /** α of the Dirichlet distribution of the area weights; null, 0 or Infinity keeps them fixed. */
  areaAlpha: number | null;
  /** Draws missing answers and what other coders would have said besides the weights, under both means of the areas; null: weights alone. */
  all: { coders: readonly CoderCounts[] } | null;
}

/** 5,000 draws, item weights ±50 %, area weights by Dirichlet(10) (monitoring method 2.4). */
export const DEFAULT_DRAWING: DrawingOptions = { draws: 5000, seed: 1, weightSpread: 0.5, areaAlpha: 10, all: null };

/** Weight sets, one after another; places as in `items` and `areas`. */
export interface WeightDraws {
  draws: number;
  /** Item ids with their area, in the order of the numbers in `itemWeights`. */
  items: { id: string; area: string }[];
  itemWeights: Float64Array;
  areas: string[];
  areaWeights: Float64Array;
}

/** True when every draw would give the weights of the methodology themselves: spread 0 means no range at all. */
export function isFixed(options: DrawingOptions): boolean {
  return options.weightSpread === 0 && options.all === null;
}

/**
 * Draws weight sets: item weight · u with u uniform in (1 − spread, 1 + spread), area
 * weights from a Dirichlet distribution whose mean are the weights of the methodology
 * (equal weights give the symmetric one: α for each area). Per draw the items come first,
 * then the areas, each by id, so that neither their order nor the municipalities matter.
 */
export function drawWeights(model: ScoringModel, options: DrawingOptions): WeightDraws {
  const areas = sortById(model.areas);
  const items = areas.flatMap((area) => sortById(area.items).map((item) => ({ ...item, area: area.id })));
  const shapes = areaShapes(areas, options.areaAlpha);
  const itemWeights = new Float64Array(options.draws * items.length);
  const areaWeights = new Float64Array(options.draws * areas.length);
  const random = createRandom(options.seed);
  for (let draw = 0; draw < options.draws; draw += 1) {
    items.forEach((item, place) => {
      const factor = 1 + options.weightSpread * (2 * random.nextUniform() - 1);
      itemWeights[draw * items.length + place] = item.weight * factor;
    });
    const drawn = shapes === null ? areas.map((area) => area.weight) : nextDirichlet(random, shapes);
    areaWeights.set(drawn, draw * areas.length);
  }
  return {
    draws: options.draws,
    items: items.map(({ id, area }) => ({ id, area })),
    itemWeights,
    areas: areas.map((area) => area.id),
    areaWeights,
  };
}

function areaShapes(areas: readonly { weight: number }[], alpha: number | null): number[] | null {
  if (alpha === null || alpha === 0 || alpha === Infinity) return null;
  const sum = areas.reduce((total, area) => total + area.weight, 0);
  return areas.map((area) => (alpha * areas.length * area.weight) / sum);
}

/** By code units, not by language: the draw must not depend on the machine's locale. */
function sortById<Entry extends { id: string }>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
