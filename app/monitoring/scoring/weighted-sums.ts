/**
 * Sums Σ weight·value of many rows under many weight sets. Scales have few levels, so rows
 * repeat the same few combinations in every handful of items. Each combination that occurs
 * is a node: the node without its last item, plus one product. A row is then a few nodes,
 * added up, instead of a dozen products.
 */
export interface SumNodes {
  /** By node: the node it continues; 0 is the empty sum. Parents come before their children. */
  parents: number[];
  /** By node: place of the weight of its last item. */
  items: number[];
  /** By node: value of its last item. */
  values: number[];
}

/** Weight sets worked out together: few enough for the sums to stay in the processor's cache. */
export const CHUNK = 16;

/** Combinations per block of items: beyond this, filling in nodes costs more than it saves. */
const BLOCK_LIMIT = 512;

export function createNodes(): SumNodes {
  return { parents: [0], items: [0], values: [0] };
}

/**
 * Adds the nodes that the rows need and returns, by row, the nodes whose sums make up the
 * row's sum. All rows have one value per item; `offset` is the place of the first item's
 * weight. Rows of no items have the sum 0.
 */
export function addRows(nodes: SumNodes, rows: readonly Float64Array[], offset: number): number[][] {
  const parts: number[][] = rows.map(() => []);
  const items = rows[0]?.length ?? 0;
  const sizes = Array.from({ length: items }, (_, item) => countValues(rows, item));
  for (let from = 0; from < items;) {
    const to = blockEnd(sizes, from);
    const ends = addBlock(nodes, rows, { from, to, offset });
    ends.forEach((node, row) => parts[row]?.push(node));
    from = to;
  }
  return parts;
}

/** The block from an item on: as many items as stay within the limit, at least one. */
function blockEnd(sizes: readonly number[], from: number): number {
  let combinations = sizes[from] ?? 1;
  let to = from + 1;
  for (; to < sizes.length; to += 1) {
    combinations *= sizes[to] ?? 1;
    if (combinations > BLOCK_LIMIT) break;
  }
  return to;
}

function countValues(rows: readonly Float64Array[], item: number): number {
  const values = new Set<number | undefined>();
  for (const row of rows) values.add(row[item]);
  return values.size;
}

function addBlock(
  nodes: SumNodes,
  rows: readonly Float64Array[],
  { from, to, offset }: { from: number; to: number; offset: number },
): Uint32Array {
  const ends = new Uint32Array(rows.length);
  for (let item = from; item < to; item += 1) {
    const byValue = new Map<number, Map<number, number>>();
    rows.forEach((row, index) => {
      const value = row[item] ?? 0;
      const parent = ends[index] ?? 0;
      let byParent = byValue.get(value);
      if (byParent === undefined) {
        byParent = new Map<number, number>();
        byValue.set(value, byParent);
      }
      let node = byParent.get(parent);
      if (node === undefined) {
        node = nodes.parents.push(parent) - 1;
        nodes.items.push(offset + item);
        nodes.values.push(value);
        byParent.set(parent, node);
      }
      ends[index] = node;
    });
  }
  return ends;
}

/** The nodes in typed arrays, for filling in their sums. */
export interface PreparedNodes {
  parents: Uint32Array;
  items: Uint32Array;
  values: Float64Array;
}

export function prepareNodes({ parents, items, values }: SumNodes): PreparedNodes {
  return { parents: Uint32Array.from(parents), items: Uint32Array.from(items), values: Float64Array.from(values) };
}

/**
 * Writes the sum of every node under CHUNK weight sets; the sums of node k begin at
 * k · CHUNK, the weights of item i at i · CHUNK. Items are added one by one in a fixed
 * order, and each step is monotone in floating point too: of two combinations of the
 * same items, one that is nowhere smaller never gets the smaller sum.
 */
export function fillSums(nodes: PreparedNodes, weights: Float64Array, sums: Float64Array): void {
  const { parents, items, values } = nodes;
  sums.fill(0, 0, CHUNK);
  for (let node = 1; node < parents.length; node += 1) {
    const to = node * CHUNK;
    const from = (parents[node] as number) * CHUNK;
    const weight = (items[node] as number) * CHUNK;
    const value = values[node] as number;
    for (let draw = 0; draw < CHUNK; draw += 1) {
      sums[to + draw] = (sums[from + draw] as number) + (weights[weight + draw] as number) * value;
    }
  }
}
