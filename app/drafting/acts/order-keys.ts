import { generateKeyBetween } from 'fractional-indexing';

/**
 * Keys in the order of the list: as many of the given ones stay as can, the others and empty ones are made anew between
 * their neighbours. So a unit that did not move keeps its key, and one that moved is known by having another.
 */
export function keysInOrder(keys: readonly string[]): string[] {
  if (keys.every((key, at) => key > (keys[at - 1] ?? ''))) return [...keys];
  const kept = longestRising(keys);
  const result: string[] = [];
  const following: (string | null)[] = new Array<string | null>(keys.length).fill(null);
  for (let at = keys.length - 2; at >= 0; at -= 1)
    following[at] = kept.has(at + 1) ? keys[at + 1]! : following[at + 1]!;
  keys.forEach((key, at) =>
    result.push(kept.has(at) ? key : generateKeyBetween(result[at - 1] ?? null, following[at]!)),
  );
  return result;
}

/** Positions of a longest strictly rising run of keys; empty keys are never in it. */
function longestRising(keys: readonly string[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous = new Map<number, number>();
  keys.forEach((key, at) => {
    if (key === '') return;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[ends[middle]!]! < key) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous.set(at, ends[low - 1]!);
    ends[low] = at;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) kept.add(at);
  return kept;
}
