import { alignKeys, Interner } from './align.ts';
import type { Clause } from './change-types.ts';
import { commonShare } from '../tree/likeness.ts';
import { pairByPhrases } from './match-phrases.ts';
import { tokenize, wordingKey } from './tokens.ts';

/** Share of common words from which two clauses in the same place are one clause that was reworded. */
const SAME_PLACE_SIMILARITY = 0.5;
/** Elsewhere in the text the likeness must be stronger before a clause counts as moved and reworded. */
const MOVED_SIMILARITY = 0.75;
/** Pairs compared for likeness in one place and in the whole text: bounds the time for hostile input. */
const MAX_PAIRS = 20_000;

/**
 * Pairs the clauses of two texts: for each clause of `before` the index of its counterpart in `after`, or -1.
 * Ids decide where both clauses have one; a clause without an id (or whose id is used twice) is matched by content:
 * equal wording in the same order, then the most similar one in the same place, then equal or very similar ones moved.
 */
export function matchClauses(before: readonly Clause[], after: readonly Clause[]): Int32Array {
  const matches = new Int32Array(before.length).fill(-1);
  const taken = new Uint8Array(after.length);
  matchById(before, after, matches, taken);
  const isWithoutIds = before.some(lacksId) || after.some(lacksId);
  if (isWithoutIds || hasRepeatedId(before) || hasRepeatedId(after)) matchByContent(before, after, matches, taken);
  return matches;
}

const lacksId = (clause: Clause): boolean => clause.id === undefined;

function hasRepeatedId(clauses: readonly Clause[]): boolean {
  return new Set(clauses.map((clause) => clause.id)).size < clauses.length;
}

function matchById(before: readonly Clause[], after: readonly Clause[], matches: Int32Array, taken: Uint8Array): void {
  const byId = new Map<string, number>();
  for (let j = 0; j < after.length; j++) {
    const id = after[j]!.id;
    if (id !== undefined && !byId.has(id)) byId.set(id, j);
  }
  for (let i = 0; i < before.length; i++) {
    const id = before[i]!.id;
    const j = id === undefined ? undefined : byId.get(id);
    if (j === undefined || taken[j] === 1) continue;
    matches[i] = j;
    taken[j] = 1;
  }
}

interface Candidates {
  before: readonly Clause[];
  after: readonly Clause[];
  matches: Int32Array;
  taken: Uint8Array;
  /** True for two clauses with different ids: they are two clauses, however alike. */
  isRival: (i: number, j: number) => boolean;
}

function matchByContent(
  before: readonly Clause[],
  after: readonly Clause[],
  matches: Int32Array,
  taken: Uint8Array,
): void {
  const isRival = (i: number, j: number): boolean => {
    const a = before[i]!.id;
    const b = after[j]!.id;
    return a !== undefined && b !== undefined && a !== b;
  };
  const candidates = { before, after, matches, taken, isRival };
  matchEqualInOrder(candidates);
  matchEqualAnywhere(candidates);
  matchByPhrases(candidates);
  matchSimilarInPlace(candidates);
  matchSimilarAnywhere(candidates);
}

function pair({ matches, taken }: Candidates, i: number, j: number): void {
  matches[i] = j;
  taken[j] = 1;
}

function open(candidates: Candidates): { rows: number[]; columns: number[] } {
  const rows = [...candidates.matches.keys()].filter((i) => candidates.matches[i]! < 0);
  const columns = [...candidates.taken.keys()].filter((j) => candidates.taken[j] === 0);
  return { rows, columns };
}

function matchEqualInOrder(candidates: Candidates): void {
  const { rows, columns } = open(candidates);
  const keys = alignKeys(
    rows.map((i) => wordingKey(candidates.before[i]!.text)),
    columns.map((j) => wordingKey(candidates.after[j]!.text)),
  );
  for (let k = 0; k < rows.length; k++) {
    if (keys[k]! < 0) continue;
    const i = rows[k]!;
    const j = columns[keys[k]!]!;
    if (!candidates.isRival(i, j)) pair(candidates, i, j);
  }
}

function matchEqualAnywhere(candidates: Candidates): void {
  const { rows, columns } = open(candidates);
  const byText = new Map<string, number[]>();
  for (const j of columns) {
    const key = wordingKey(candidates.after[j]!.text);
    const known = byText.get(key);
    if (known === undefined) byText.set(key, [j]);
    else known.push(j);
  }
  for (const i of rows) {
    const list = byText.get(wordingKey(candidates.before[i]!.text));
    const at = list?.findIndex((j) => !candidates.isRival(i, j)) ?? -1;
    if (list !== undefined && at >= 0) pair(candidates, i, list.splice(at, 1)[0]!);
  }
}

/** Of many reworded clauses most are known by phrases of their own; only the rest is compared each with each. */
function matchByPhrases(candidates: Candidates): void {
  const { rows, columns } = open(candidates);
  if (rows.length * columns.length <= MAX_PAIRS) return;
  const texts = (clauses: readonly Clause[], indices: number[]): string[] => indices.map((i) => clauses[i]!.text);
  const pairs = pairByPhrases(texts(candidates.before, rows), texts(candidates.after, columns), SAME_PLACE_SIMILARITY);
  for (const [row, column] of pairs) {
    if (!candidates.isRival(rows[row]!, columns[column]!)) pair(candidates, rows[row]!, columns[column]!);
  }
}

/** Between two clauses that are paired already, pairs the rest in order by likeness. */
function matchSimilarInPlace(candidates: Candidates): void {
  const { matches, taken, before, after } = candidates;
  let afterFrom = 0;
  let rows: number[] = [];
  for (let i = 0; i <= before.length; i++) {
    const j = i < before.length ? matches[i]! : after.length;
    if (j < 0) {
      rows.push(i);
      continue;
    }
    if (j < afterFrom) continue;
    const columns: number[] = [];
    for (let k = afterFrom; k < j; k++) if (taken[k] === 0) columns.push(k);
    pairInOrder(candidates, rows, columns);
    rows = [];
    afterFrom = j + 1;
  }
}

/** The pairing in order with the greatest sum of likeness. */
function pairInOrder(candidates: Candidates, rows: number[], columns: number[]): void {
  const width = columns.length;
  if (rows.length === 0 || width === 0 || rows.length * width > MAX_PAIRS) return;
  const likeness = likenessTable(candidates, rows, columns);
  const best = new Float64Array((rows.length + 1) * (width + 1));
  for (let r = rows.length - 1; r >= 0; r--) {
    for (let c = width - 1; c >= 0; c--) {
      const score = likeness[r * width + c]!;
      const taken = score >= SAME_PLACE_SIMILARITY ? score + best[(r + 1) * (width + 1) + c + 1]! : 0;
      best[r * (width + 1) + c] = Math.max(taken, best[(r + 1) * (width + 1) + c]!, best[r * (width + 1) + c + 1]!);
    }
  }
  for (let r = 0, c = 0; r < rows.length && c < width;) {
    const here = best[r * (width + 1) + c]!;
    if (here === best[(r + 1) * (width + 1) + c]!) r++;
    else if (here === best[r * (width + 1) + c + 1]!) c++;
    else pair(candidates, rows[r++]!, columns[c++]!);
  }
}

function matchSimilarAnywhere(candidates: Candidates): void {
  const { rows, columns } = open(candidates);
  if (rows.length === 0 || columns.length === 0 || rows.length * columns.length > MAX_PAIRS) return;
  const likeness = likenessTable(candidates, rows, columns);
  const order = [...likeness.keys()].filter((k) => likeness[k]! >= MOVED_SIMILARITY);
  order.sort((x, y) => likeness[y]! - likeness[x]! || x - y);
  for (const k of order) {
    const i = rows[Math.floor(k / columns.length)]!;
    const j = columns[k % columns.length]!;
    if (candidates.matches[i]! < 0 && candidates.taken[j] === 0) pair(candidates, i, j);
  }
}

function likenessTable(candidates: Candidates, rows: number[], columns: number[]): Float64Array {
  const interner = new Interner();
  const bag = (clause: Clause): Int32Array => interner.codes(tokenize(clause.text).keys).sort();
  const left = rows.map((i) => bag(candidates.before[i]!));
  const right = columns.map((j) => bag(candidates.after[j]!));
  const table = new Float64Array(rows.length * columns.length);
  for (let r = 0; r < rows.length; r++) {
    for (let c = 0; c < columns.length; c++) {
      if (candidates.isRival(rows[r]!, columns[c]!)) continue;
      table[r * columns.length + c] = commonShare(left[r]!, right[c]!);
    }
  }
  return table;
}
