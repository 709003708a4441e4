import { createRandom, nextDirichlet, nextLogGamma, nextNormal } from './random.ts';
import { DEFAULT_DRAWING } from './weight-draws.ts';

/** How the draws of rank intervals are made, with the first numbers of one seed, so that an outsider can repeat them. */
export type DrawingRecipe = {
  generator: string;
  seeding: string;
  uniform: string;
  normal: string;
  gamma: string;
  dirichlet: string;
  order: string;
  percentile: string;
  weightSpread: number;
  areaAlpha: number | null;
  rounding: string;
  /** Each list is drawn anew from the seed. */
  vector: {
    seed: number;
    words: number[];
    uniforms: number[];
    normals: number[];
    logGamma10: number[];
    dirichlet10: number[];
  };
};

const SEED = 1;

const take = (count: number, next: () => number) => Array.from({ length: count }, next);

export function drawingRecipe(): DrawingRecipe {
  const from = (count: number, next: (random: ReturnType<typeof createRandom>) => number) => {
    const random = createRandom(SEED);
    return take(count, () => next(random));
  };
  return {
    generator: 'xoshiro128** 1.1 (Blackman, Vigna)',
    seeding: 'two outputs of SplitMix64 from the seed, the lower 32 bits of each first',
    uniform: '((w1 >>> 6) * 2^26 + (w2 >>> 6) + 1/2) / 2^52 of two words w1, w2',
    normal: 'Marsaglia polar method, the second number of each pair dropped',
    gamma: 'Marsaglia and Tsang (2000), as a logarithm',
    dirichlet:
      'exp(log - greatest log) of one gamma number per area, divided by their sum; shape = alpha * areas * weight / sum of weights',
    order:
      'per draw one uniform per indicator (by area, then by code; by code units), weight * (1 + spread * (2u - 1)), then the areas by code',
    percentile: 'nearest rank: element ceil(p * N / 100) of the rising list',
    weightSpread: DEFAULT_DRAWING.weightSpread,
    areaAlpha: DEFAULT_DRAWING.areaAlpha,
    rounding: 'floor(total * 10^decimals + 1/2 + 1e-9), ranks on that',
    vector: {
      seed: SEED,
      words: from(3, (random) => random.nextUint32()),
      uniforms: from(3, (random) => random.nextUniform()),
      normals: from(3, nextNormal),
      logGamma10: from(3, (random) => nextLogGamma(random, 10)),
      dirichlet10: nextDirichlet(createRandom(SEED), [10, 10, 10]),
    },
  };
}
