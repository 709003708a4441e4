import type { Fraction } from './fraction.ts';

/**
 * How far below a rounding border a double may lie and still count as lying on it,
 * in units of the last printed digit. Sums of some forty products of doubles up to
 * 100 are off by less than 1e-11; a value that is on the border in exact arithmetic
 * (all answers 6.25, say) thus goes up here as it does in exact rounding.
 */
export const BORDER_GUARD = 1e-9;

/**
 * Rounds half up on the exact value: 0.05 to one decimal is 1 (tenth), -0.05 is 0.
 * The result counts units of the last decimal, so 49.4698 to one decimal is 495n.
 */
export function roundHalfUp(value: Fraction, decimals: number): bigint {
  const doubled = 2n * value.n * 10n ** BigInt(decimals) + value.d;
  const divisor = 2n * value.d;
  const quotient = doubled / divisor;
  return doubled % divisor < 0n ? quotient - 1n : quotient;
}

/** 495n with one decimal is "49.5", 0n is "0.0"; machine notation with a full stop. */
function formatRounded(rounded: bigint, decimals: number): string {
  const sign = rounded < 0n ? '-' : '';
  const digits = String(rounded < 0n ? -rounded : rounded).padStart(decimals + 1, '0');
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The exact value as it is printed, rounded half up: 156275/3159 is "49.5". */
export function displayFraction(value: Fraction, decimals: number): string {
  return formatRounded(roundHalfUp(value, decimals), decimals);
}

/** `roundHalfUp` for a double that is not negative, with the guard described at BORDER_GUARD. */
export function roundHalfUpNumber(value: number, decimals: number): number {
  return Math.floor(value * 10 ** decimals + 0.5 + BORDER_GUARD);
}
