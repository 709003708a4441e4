import { encode } from 'uqr';

/** A square code (QR) as one path in a drawing of `size` units, with its quiet margin. */
export type SquareCode = { size: number; path: string };

/** The square code of an address. It is drawn black on white, in both schemes and on paper. */
export function squareCode(address: string): SquareCode {
  const { data, size } = encode(address, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isInk, x) => (isInk ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
