/**
 * Two numbers that ran into one when a dash or a raised digit was lost: "art. 5254" of an act with art. 52 and art. 54 and without
 * art. 5254. `has` tells whether the act has a number. Null where the digits are no such pair.
 */
export function gluedNumbers(number: string, has: (number: string) => boolean): [string, string] | null {
  if (!/^\d{4,6}$/.test(number) || has(number)) return null;
  const half = Math.floor(number.length / 2);
  for (const at of [half, number.length - half]) {
    const [first, second] = [number.slice(0, at), number.slice(at)];
    if (Number(second) > Number(first) && !second.startsWith('0') && has(first) && has(second)) return [first, second];
  }
  return null;
}
