/**
 * Sums Σ weight·value of many rows for many weight sets. Scales have few levels, so the
 * rows repeat the same few combinations in every handful of items: the sum of each
 * combination that occurs is worked out once per weight set, and a row adds up three or
 * four of these instead of a dozen products.
 */
export interface WeightedSums {
  rows: number;
  blocks: Block[];
}

interface Block {
  /** Place of the block's combination in `sums`, by row. */
  codes: Uint32Array;
  /** Combinations of the first item, then of the first two, and so on; each step adds one item. */
  steps: Step[];
  /** Scratch space: sums of the combinations after the last step and after the one before. */
  sums: Float64Array;
  previous: Float64Array;
}

interface Step {
  item: number;
  /** Place of the combination without this item, by combination. */
  parents: Uint32Array;
  values: Float64Array;
}

/** Combinations per block: beyond this, filling the table costs more than it saves. */
const BLOCK_LIMIT = 512;

/** Prepares the rows; all of the same length, one value per item. No rows give empty sums. */
export function prepareSums(rows: readonly Float64Array[]): WeightedSums {
  const items = rows[0]?.length ?? 0;
  const blocks: Block[] = [];
  let from = 0;
  while (from < items) {
    let size = 1;
    let to = from;
    while (to < items && (to === from || size * countValues(rows, to) <= BLOCK_LIMIT)) {
      size *= countValues(rows, to);
      to += 1;
    }
    blocks.push(prepareBlock(rows, from, to));
    from = to;
  }
  return { rows: rows.length, blocks };
}

function countValues(rows: readonly Float64Array[], item: number): number {
  return new Set(rows.map((row) => row[item])).size;
}

function prepareBlock(rows: readonly Float64Array[], from: number, to: number): Block {
  let codes = new Uint32Array(rows.length);
  let size = 1;
  let greatest = 1;
  const steps: Step[] = [];
  for (let item = from; item < to; item += 1) {
    const step = prepareStep(rows, item, codes, size);
    codes = step.codes;
    size = step.parents.length;
    greatest = Math.max(greatest, size);
    steps.push(step);
  }
  return { codes, steps, sums: new Float64Array(greatest), previous: new Float64Array(greatest) };
}

function prepareStep(rows: readonly Float64Array[], item: number, parentCodes: Uint32Array, parentSize: number) {
  const places = new Map<number, number>();
  const known = new Map<number, number>();
  const parents: number[] = [];
  const values: number[] = [];
  const codes = new Uint32Array(rows.length);
  rows.forEach((row, index) => {
    const value = row[item] ?? 0;
    const digit = known.get(value) ?? known.size;
    known.set(value, digit);
    const parent = parentCodes[index] ?? 0;
    const key = digit * parentSize + parent;
    let place = places.get(key);
    if (place === undefined) {
      place = places.size;
      places.set(key, place);
      parents.push(parent);
      values.push(value);
    }
    codes[index] = place;
  });
  return { item, parents: Uint32Array.from(parents), values: Float64Array.from(values), codes };
}

/**
 * Writes the sum of each row to `out`. Items are added in a fixed order per row and every
 * step of that is monotone in floating point too: a row that is nowhere smaller than
 * another never gets the smaller sum.
 */
export function addWeighted(prepared: WeightedSums, weights: Float64Array, offset: number, out: Float64Array): void {
  for (const block of prepared.blocks) fillBlock(block, weights, offset);
  const { blocks, rows } = prepared;
  if (blocks.length === 0) out.fill(0, 0, rows);
  let at = 0;
  for (; at < blocks.length; at += 3) {
    addBlocks(blocks.slice(at, at + 3), rows, out, at === 0);
  }
}

function fillBlock(block: Block, weights: Float64Array, offset: number): void {
  block.sums[0] = 0;
  for (const { item, parents, values } of block.steps) {
    const before = block.sums;
    const after = block.previous;
    const weight = weights[offset + item] as number;
    for (let place = 0; place < parents.length; place += 1) {
      after[place] = (before[parents[place] as number] as number) + weight * (values[place] as number);
    }
    block.sums = after;
    block.previous = before;
  }
}

const NOTHING: Pick<Block, 'codes' | 'sums'> = { codes: new Uint32Array(0), sums: new Float64Array(0) };

/** Up to three blocks in one pass, which is what most areas have: the pass is bound by memory. */
function addBlocks(blocks: readonly Block[], rows: number, out: Float64Array, isFirst: boolean): void {
  if (isFirst) out.fill(0, 0, rows);
  const [one = NOTHING, two = NOTHING, three = NOTHING] = blocks;
  const { codes: a, sums: x } = one;
  const { codes: b, sums: y } = two;
  const { codes: c, sums: z } = three;
  if (blocks.length === 3) {
    for (let row = 0; row < rows; row += 1) {
      out[row] = (out[row] as number) + (x[a[row] as number] as number) + (y[b[row] as number] as number) + (z[c[row] as number] as number);
    }
    return;
  }
  for (const { codes, sums } of blocks) {
    for (let row = 0; row < rows; row += 1) out[row] = (out[row] as number) + (sums[codes[row] as number] as number);
  }
}
