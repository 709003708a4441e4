/**
 * Seeded random numbers, the same on every machine: xoshiro128** 1.1 (D. Blackman and
 * S. Vigna, prng.di.unimi.it), its 128 bits of state filled by two steps of SplitMix64
 * from the seed, as its authors advise.
 */

export interface Random {
  /** A whole number from 0 to 2^32 − 1. */
  nextUint32(): number;
  /** A double strictly between 0 and 1, with 52 random bits. */
  nextUniform(): number;
  /** A whole number from 0 to limit − 1. */
  nextBelow(limit: number): number;
}

/** A generator for a whole number from 0 to 2^53 − 1; throws RangeError for any other seed. */
export function createRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`The seed ${seed} is not a whole number of 0 or more`);
  return randomFromState(seedState(seed));
}

/** The generator itself, from four words of state that are not all 0. */
export function randomFromState(state: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = state;
  function nextUint32(): number {
    const scrambled = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return scrambled;
  }
  function nextUniform(): number {
    const high = nextUint32() >>> 6;
    const low = nextUint32() >>> 6;
    // Half a step off both ends: 0 would be a weight of nothing, and has no logarithm.
    return (high * 2 ** 26 + low + 0.5) / 2 ** 52;
  }
  return { nextUint32, nextUniform, nextBelow: (limit) => Math.floor(nextUniform() * limit) };
}

/** A standard normal number by Marsaglia's polar method (the second of each pair is dropped). */
export function nextNormal(random: Random): number {
  for (;;) {
    const x = 2 * random.nextUniform() - 1;
    const y = 2 * random.nextUniform() - 1;
    const square = x * x + y * y;
    if (square < 1 && square > 0) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/**
 * Natural logarithm of a gamma number with the given shape (> 0) and scale 1; G. Marsaglia
 * and W. W. Tsang, "A simple method for generating gamma variables" (2000). The logarithm,
 * because with a small shape the number itself is often too small for a double.
 */
export function nextLogGamma(random: Random, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`The shape ${shape} of a gamma distribution must be above 0`);
  if (shape < 1) return nextLogGamma(random, shape + 1) + Math.log(random.nextUniform()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = nextNormal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(random.nextUniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return Math.log(d) + Math.log(v);
  }
}

/** Weights that sum to 1 from a Dirichlet distribution; a shape of 0 gives the weight 0. */
export function nextDirichlet(random: Random, shapes: readonly number[]): number[] {
  const logs = shapes.map((shape) => (shape === 0 ? -Infinity : nextLogGamma(random, shape)));
  const greatest = Math.max(...logs);
  const sizes = logs.map((log) => Math.exp(log - greatest));
  const sum = sizes.reduce((total, size) => total + size, 0);
  return sizes.map((size) => size / sum);
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

const MASK_64 = (1n << 64n) - 1n;

function seedState(seed: number): [number, number, number, number] {
  const words: number[] = [];
  let state = BigInt(seed);
  for (let step = 0; step < 2; step += 1) {
    state = (state + 0x9e3779b97f4a7c15n) & MASK_64;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK_64;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK_64;
    mixed ^= mixed >> 31n;
    words.push(Number(mixed & 0xffffffffn), Number(mixed >> 32n));
  }
  return [words[0] ?? 0, words[1] ?? 0, words[2] ?? 0, words[3] ?? 0];
}
