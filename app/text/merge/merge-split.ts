/**
 * When one side splits a clause in two or joins two into one, the words have not been deleted and written anew: an edit
 * of another side in these words must follow them. The base and the other sides are split or joined in the same way
 * before the merge.
 */
import { alignTokens } from '../diff/align.ts';
import { byKey, type MergeInput, type Unit } from './merge-units.ts';
import { MARK, textOf, tokenize, type TokenText } from '../diff/tokens.ts';

/** Share of the words of a new clause that must come from its neighbour before it counts as split off. */
const COMMON_SHARE = 0.7;
/** Fewer words than this may recur by chance. */
const MIN_COMMON_WORDS = 3;
/** Pairs looked at in one side: each costs an alignment, and people split or join a few clauses at a time. */
const MAX_ATTEMPTS = 200;

/** The input with all splits and joins of one side carried over to the base and to the other sides. */
export function followSplitsAndJoins(input: MergeInput): MergeInput {
  let result = input;
  for (let s = 0; s < input.sides.length; s++) {
    result = followSplits(result, s);
    result = followJoins(result, s);
  }
  return result;
}

function followSplits(input: MergeInput, s: number): MergeInput {
  let result = input;
  let known = byKey(input.base);
  let attempts = 0;
  const side = input.sides[s]!;
  const attempt = (kept: Unit | undefined, part: Unit, isTail: boolean): void => {
    const whole = kept === undefined ? undefined : known.get(kept.key);
    if (kept === undefined || whole === undefined || known.has(part.key)) return;
    if (kept.text.length >= whole.text.length || attempts++ >= MAX_ATTEMPTS) return;
    const next = splitOff(result, s, { whole, kept, part, isTail });
    if (next === null) return;
    result = next;
    known = byKey(result.base);
  };
  for (let j = 0; j < side.length; j++) attempt(side[j - 1], side[j]!, true);
  for (let j = side.length - 1; j >= 0; j--) attempt(side[j + 1], side[j]!, false);
  return result;
}

interface Split {
  /** The clause in the base, what is left of it in the side, and the new clause beside it. */
  whole: Unit;
  kept: Unit;
  part: Unit;
  /** True when the new clause took the end of the old one, false when it took its beginning. */
  isTail: boolean;
}

function splitOff(input: MergeInput, s: number, split: Split): MergeInput | null {
  const { whole, kept, part, isTail } = split;
  const tokens = tokenize(whole.text);
  const border = findBorder(tokens, isTail ? [kept.text, part.text] : [part.text, kept.text], isTail);
  if (border === null) return null;
  const sides: Unit[][] = [];
  for (let t = 0; t < input.sides.length; t++) {
    const cut = t === s ? input.sides[t]! : cutUnit(input.sides[t]!, tokens, border, split);
    if (cut === null) return null;
    sides.push(cut);
  }
  const base = cutUnit(input.base, tokens, border, split);
  return base === null ? null : { base, sides };
}

/** The token of the old clause where it was cut, or null when the two texts are not its halves. */
function findBorder(whole: TokenText, halves: readonly [string, string], isTail: boolean): number | null {
  const first = tokenize(halves[0]);
  const second = tokenize(halves[1]);
  const matches = alignTokens(whole, tokenize(`${halves[0]}\n${halves[1]}`));
  const border = matches.findIndex((j) => j >= first.count);
  if (border <= 0) return null;
  const part = isTail ? second : first;
  const isInPart = (j: number): boolean => j >= 0 && j >= first.count === isTail;
  return isMostlyCommon(part, countCommon(whole, matches, isInPart)) ? border : null;
}

function countCommon(tokens: TokenText, matches: Int32Array, isCounted: (j: number) => boolean): number {
  let common = 0;
  for (let i = 0; i < tokens.count; i++) if (tokens.kinds[i] !== MARK && isCounted(matches[i]!)) common++;
  return common;
}

function isMostlyCommon(part: TokenText, common: number): boolean {
  const words = part.kinds.filter((kind) => kind !== MARK).length;
  return common >= MIN_COMMON_WORDS && common >= words * COMMON_SHARE;
}

/**
 * Cuts the clause in one version at the border; null when an edit runs across it, when nothing is left of a half, or when this
 * version has dropped the clause: to part what another side deletes is an edit that people have to decide on.
 */
function cutUnit(units: readonly Unit[], whole: TokenText, border: number, split: Split): Unit[] | null {
  const at = units.findIndex((unit) => unit.key === split.kept.key);
  if (at < 0) return null;
  const unit = units[at]!;
  const tokens = tokenize(unit.text);
  const cut = unit.text === whole.text ? border : borderIn(whole, tokens, border);
  if (cut === null || cut <= 0 || cut >= tokens.count) return null;
  const from = tokens.starts[cut]!;
  const offset = unit.origins[0]!.offset;
  const originId = unit.origins[0]!.id;
  const head: Unit = { ...unit, text: textOf(tokens, 0, cut) };
  const tail: Unit = {
    ...unit,
    text: unit.text.slice(from),
    origins: [{ id: originId, from: 0, offset: offset + from }],
  };
  const asPart = (half: Unit): Unit => ({ ...half, key: split.part.key, id: split.part.id, level: split.part.level });
  const halves = split.isTail ? [head, asPart(tail)] : [asPart(head), tail];
  return [...units.slice(0, at), ...halves, ...units.slice(at + 1)];
}

function borderIn(whole: TokenText, tokens: TokenText, border: number): number | null {
  const matches = alignTokens(whole, tokens);
  if (matches[border]! >= 0) return matches[border]!;
  return matches[border - 1]! >= 0 ? matches[border - 1]! + 1 : null;
}

function followJoins(input: MergeInput, s: number): MergeInput {
  let result = input;
  let attempts = 0;
  const inSide = byKey(input.sides[s]!);
  const attempt = (kept: Unit | null, gone: Unit, isTail: boolean): boolean => {
    if (kept === null) return false;
    const now = byKey(result.base).get(kept.key)!;
    if (inSide.get(kept.key)!.text.length <= now.text.length || attempts++ >= MAX_ATTEMPTS) return false;
    const next = joinUnits(result, inSide, { kept: now, gone, isTail });
    result = next ?? result;
    return next !== null;
  };
  const neighbours = keptNeighbours(input.base, inSide);
  input.base.forEach((gone, i) => {
    if (inSide.has(gone.key) || attempts >= MAX_ATTEMPTS) return;
    const { before, after } = neighbours[i]!;
    if (!attempt(before, gone, true)) attempt(after, gone, false);
  });
  return result;
}

/** For each clause of the base the nearest ones before and after it that a side still has and has lengthened. */
function keptNeighbours(
  base: readonly Unit[],
  inSide: ReadonlyMap<string, Unit>,
): { before: Unit | null; after: Unit | null }[] {
  const neighbours = base.map((): { before: Unit | null; after: Unit | null } => ({ before: null, after: null }));
  const grown = (unit: Unit): Unit | null => (inSide.get(unit.key)!.text.length > unit.text.length ? unit : null);
  let last: Unit | null = null;
  for (let i = 0; i < base.length; i++) {
    neighbours[i]!.before = last;
    if (inSide.has(base[i]!.key)) last = grown(base[i]!);
  }
  last = null;
  for (let i = base.length - 1; i >= 0; i--) {
    neighbours[i]!.after = last;
    if (inSide.has(base[i]!.key)) last = grown(base[i]!);
  }
  return neighbours;
}

interface Join {
  kept: Unit;
  gone: Unit;
  /** True when the vanished clause was appended to the kept one, false when it was put before it. */
  isTail: boolean;
}

function joinUnits(input: MergeInput, inSide: Map<string, Unit>, join: Join): MergeInput | null {
  const joined = inSide.get(join.kept.key)!;
  const parts = join.isTail ? [join.kept.text, join.gone.text] : [join.gone.text, join.kept.text];
  const firstCount = tokenize(parts[0]!).count;
  const whole = tokenize(parts.join('\n'));
  const matches = alignTokens(whole, tokenize(joined.text));
  let common = 0;
  for (let i = 0; i < whole.count; i++) {
    if (i >= firstCount === join.isTail && matches[i]! >= 0 && whole.kinds[i] !== MARK) common++;
  }
  if (!isMostlyCommon(tokenize(join.gone.text), common)) return null;
  const base = joinIn(input.base, join);
  const sides = input.sides.map((units) => joinIn(units, join));
  if (base === null || sides.some((units) => units === null)) return null;
  return { base, sides: sides.flatMap((units) => (units === null ? [] : [units])) };
}

/** Joins the two clauses in one version; null when that version has dropped the clause that stays. */
function joinIn(units: readonly Unit[], join: Join): Unit[] | null {
  const gone = units.find((unit) => unit.key === join.gone.key);
  const kept = units.find((unit) => unit.key === join.kept.key);
  if (gone === undefined) return [...units];
  if (kept === undefined) return null;
  const [first, second] = join.isTail ? [kept, gone] : [gone, kept];
  const text = `${first.text} ${second.text}`;
  const shift = first.text.length + 1;
  const origins = [...first.origins, ...second.origins.map((origin) => ({ ...origin, from: origin.from + shift }))];
  const whole = { ...kept, text, origins };
  return units.flatMap((unit) => (unit === gone ? [] : unit === kept ? [whole] : [unit]));
}
