/**
 * Exact rational numbers. Scores are sums of levels times weights divided once;
 * with these no order of addition and no binary fraction can move a printed digit.
 * Always in lowest terms with a positive denominator.
 */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };
export const HUNDRED: Fraction = { n: 100n, d: 1n };

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** The fraction n/d in lowest terms; throws RangeError when d is 0. */
export function fraction(n: bigint, d: bigint = 1n): Fraction {
  if (d === 0n) throw new RangeError('A fraction needs a denominator other than 0');
  const sign = d < 0n ? -1n : 1n;
  const common = gcd(n < 0n ? -n : n, d * sign);
  if (common === 1n) return { n: n * sign, d: d * sign };
  return { n: (n * sign) / common, d: (d * sign) / common };
}

/** Greatest common divisor of two non-negative integers; gcd(0, x) is x. */
function gcd(a: bigint, b: bigint): bigint {
  while (b > SAFE) [a, b] = [b, a % b];
  if (b === 0n) return a;
  // Plain numbers are some ten times faster, and nearly all scores get here at once.
  let x = Number(b);
  let y = Number(a % b);
  while (y !== 0) [x, y] = [y, x % y];
  return BigInt(x);
}

/** Least common multiple of two positive integers. */
export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b;
}

/**
 * The number as it is written in decimal: 0.7 is seven tenths, not the binary
 * number nearest to it. Throws RangeError for NaN and infinities.
 */
export function fractionOf(value: number): Fraction {
  if (Number.isSafeInteger(value)) return { n: BigInt(value), d: 1n };
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) throw new RangeError(`${value} is not a finite number`);
  const [, sign = '', whole = '', decimals = '', power = '0'] = match;
  const exponent = Number(power) - decimals.length;
  const digits = BigInt(sign + whole + decimals);
  return exponent >= 0 ? fraction(digits * 10n ** BigInt(exponent)) : fraction(digits, 10n ** BigInt(-exponent));
}

/** Reads what `formatFraction` writes: "4700/81" or "50". Throws RangeError on anything else. */
export function parseFraction(text: string): Fraction {
  const match = /^(-?\d+)(?:\/(\d+))?$/.exec(text);
  if (match === null) throw new RangeError(`"${text}" is not a fraction`);
  return fraction(BigInt(match[1] ?? '0'), BigInt(match[2] ?? '1'));
}

/** "4700/81"; whole numbers without a denominator: "50". */
export function formatFraction(value: Fraction): string {
  return value.d === 1n ? String(value.n) : `${value.n}/${value.d}`;
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

/** Throws RangeError when b is 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/** Negative, zero or positive as a is smaller than, equal to or greater than b. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The double nearest to the fraction, also where its terms are too long for doubles. */
export function toNumber(value: Fraction): number {
  const size = value.n < 0n ? -value.n : value.n;
  if (size <= SAFE && value.d <= SAFE) return Number(value.n) / Number(value.d);
  // Keep 64 or more leading bits of the quotient, and one bit that says "and a little more".
  const shift = Math.max(0, value.d.toString(2).length - size.toString(2).length + 66);
  const scaled = size << BigInt(shift);
  const quotient = (scaled / value.d) | (scaled % value.d === 0n ? 0n : 1n);
  // In two steps, for 2 to the power of more than 1023 is not a double.
  const half = Math.floor(shift / 2);
  const result = Number(quotient) / 2 ** half / 2 ** (shift - half);
  return value.n < 0n ? -result : result;
}
