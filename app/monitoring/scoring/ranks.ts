/**
 * Ranks on rounded values, the greatest first; equal values share a rank and the next
 * one is skipped (1, 2, 2, 4). Null (no published value) gets no rank and takes none.
 */
export function sharedRanks(rounded: readonly (bigint | number | null)[]): (number | null)[] {
  const order = rounded.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  order.sort((a, b) => (a.value < b.value ? 1 : a.value > b.value ? -1 : 0));
  const ranks: (number | null)[] = rounded.map(() => null);
  let rank = 0;
  order.forEach(({ value, index }, position) => {
    if (position === 0 || order[position - 1]?.value !== value) rank = position + 1;
    ranks[index] = rank;
  });
  return ranks;
}
