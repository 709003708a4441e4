import { alignRange } from './align-long.ts';
import { tokenWeight, type Side } from './align-table.ts';
import { placeHunks } from './place-hunks.ts';
import { MARK, type TokenText } from './tokens.ts';

/**
 * A place where two token sequences differ: tokens [from, to) of the old text stand against [otherFrom, otherTo) of the
 * new one. Between two hunks at least one token is kept.
 */
export interface Hunk {
  from: number;
  to: number;
  otherFrom: number;
  otherTo: number;
}

/** Gives equal strings equal numbers; shared by the two sides of a comparison. */
export class Interner {
  readonly #codes = new Map<string, number>();

  code(key: string): number {
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = this.#codes.size;
    this.#codes.set(key, code);
    return code;
  }

  codes(keys: readonly string[]): Int32Array {
    const codes = new Int32Array(keys.length);
    for (let i = 0; i < keys.length; i++) codes[i] = this.code(keys[i]!);
    return codes;
  }
}

/**
 * Aligns two texts by tokens: for each token of `before` its counterpart in `after`, or -1. The counterparts rise.
 * Insertions and deletions that could stand at several places stand where a reader expects them: whole sentences, then
 * phrases that begin with their conjunction or comma.
 */
export function alignTokens(before: TokenText, after: TokenText): Int32Array {
  const interner = new Interner();
  const a = toSide(before, interner);
  const b = toSide(after, interner);
  const matches = new Int32Array(before.count).fill(-1);
  alignRange(a, b, { aFrom: 0, aTo: before.count, bFrom: 0, bTo: after.count }, matches);
  placeHunks(before, after, matches);
  return matches;
}

/** Aligns any two sequences of keys in order (no placing of hunks): used for whole clauses. */
export function alignKeys(before: readonly string[], after: readonly string[]): Int32Array {
  const interner = new Interner();
  const matches = new Int32Array(before.length).fill(-1);
  const side = (keys: readonly string[]): Side => ({
    codes: interner.codes(keys),
    weights: new Int32Array(keys.length).fill(tokenWeight(false, 1)),
  });
  const a = side(before);
  const b = side(after);
  alignRange(a, b, { aFrom: 0, aTo: before.length, bFrom: 0, bTo: after.length }, matches);
  return matches;
}

function toSide(tokens: TokenText, interner: Interner): Side {
  const weights = new Int32Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) weights[i] = tokenWeight(tokens.kinds[i] === MARK, tokens.keys[i]!.length);
  return { codes: interner.codes(tokens.keys), weights };
}

/** The places where the alignment differs, in order; `afterCount` is the number of tokens of the new text. */
export function hunksOf(matches: Int32Array, afterCount: number): Hunk[] {
  const hunks: Hunk[] = [];
  let from = 0;
  let otherFrom = 0;
  for (let i = 0; i <= matches.length; i++) {
    const counterpart = i < matches.length ? matches[i]! : afterCount;
    if (counterpart < 0) continue;
    if (i > from || counterpart > otherFrom) hunks.push({ from, to: i, otherFrom, otherTo: counterpart });
    from = i + 1;
    otherFrom = counterpart + 1;
  }
  return hunks;
}
