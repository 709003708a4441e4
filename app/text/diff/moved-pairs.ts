/**
 * Which paired clauses have moved: all but the heaviest chain that keeps its order, so that the fewest words count as
 * moved. Takes the counterpart index of each pair, in the order of the old text, and the weight of each clause.
 */
export function movedPairs(counterparts: readonly number[], weights: readonly number[]): boolean[] {
  const count = counterparts.length;
  const size = counterparts.reduce((most, j) => Math.max(most, j), -1) + 1;
  // A Fenwick tree over the counterparts holds the heaviest chain that ends at or before each of them.
  const tree = new Int32Array(size + 1).fill(-1);
  const total = new Float64Array(count);
  const previous = new Int32Array(count).fill(-1);
  const heavier = (x: number, y: number): number => (y < 0 || (x >= 0 && total[x]! >= total[y]!) ? x : y);
  let last = -1;
  for (let k = 0; k < count; k++) {
    let best = -1;
    for (let at = counterparts[k]!; at > 0; at -= at & -at) best = heavier(best, tree[at]!);
    previous[k] = best;
    total[k] = weights[k]! + (best < 0 ? 0 : total[best]!);
    for (let at = counterparts[k]! + 1; at <= size; at += at & -at) tree[at] = heavier(tree[at]!, k);
    last = heavier(last, k);
  }
  const moved = Array.from({ length: count }, () => true);
  for (let k = last; k >= 0; k = previous[k]!) moved[k] = false;
  return moved;
}
