import { streamSeed } from './all-sources.ts';
import { MIN_PAIRS } from './coder-rates.ts';
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
  /** What is drawn besides the weights; absent where these alone are. */
  sources?: {
    streams: string;
    missing: string;
    coders: string;
    means: string;
    clear: string;
    shares: string;
    minPairs: number;
    /** Seeds of a code's four streams, and the first number of each. */
    vector: { seed: number; teryt: string; seeds: number[]; uniforms: number[] };
  };
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

export function drawingRecipe(withSources: boolean): DrawingRecipe {
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
    ...(withSources ? { sources: sources() } : {}),
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

/** A code for the vector; any would do. */
const TERYT = '0201011';

function sources(): NonNullable<DrawingRecipe['sources']> {
  const seeds = [0, 1, 2, 3].map((stream) => streamSeed(SEED, stream, TERYT));
  return {
    streams:
      'each municipality has generators of its own, seeded with ((seed mod 225000000) * 4 + stream) * 10^7 + TERYT code; stream 0: missing answers, 1: coders; 2, 3: the same in set B, whose weights have the seed of stream 2 and code 0',
    missing:
      'per draw and not assessed indicator (by area, then by code) one uniform u: level min + floor(u * n) of n = max - min + 1 levels',
    coders:
      'rates r1, r2, … of an area: drawn pairs of levels that are 1, 2, … apart, by all its pairs; below minPairs pairs those of all areas together, below minPairs of these none. With r their sum, k = floor(ln u / ln(1 - r)) levels are skipped (area by area, first once per area, then after each change), the next is changed: v = u * r lies in the stretch of one distance d; the level d lower or d higher, each half of the stretch, the only one on the scale, or the same where neither is. Areas by code; within a draw area by area, indicators by code; what is left to skip goes over to the next draw',
    means:
      'every draw counts twice: weighted arithmetic mean of the areas, and exp of the weighted mean of ln(max(1, area score))',
    clear: 'clearly higher: ahead in at least 95 % of draws under each of the two means',
    shares:
      'first-order indices after Saltelli and others 2010 on the first sensitivityDraws draws: V_i = mean((f(B) - m) * (f(A_B^i) - f(A))), f the middle of both means, m its mean over A, V the variance over A and both means; for the mean of the areas ((m_arithmetic - m_geometric) / 2)^2; shares V_i / V, cut to 0–1; of the edition: the sum of all V_i by the sum of all V',
    minPairs: MIN_PAIRS,
    vector: { seed: SEED, teryt: TERYT, seeds, uniforms: seeds.map((seed) => createRandom(seed).nextUniform()) },
  };
}
