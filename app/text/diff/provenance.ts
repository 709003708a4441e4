import { alignTokens } from './align.ts';
import type { Clause } from './change-types.ts';
import { requireVersionsWithin } from '../tree/limits.ts';
import { matchClauses } from './match-clauses.ts';
import { MARK, tokenize, wordingKey, type TokenText } from './tokens.ts';

/** A version of the text in the order of time, with what it came from (such as the id of the accepted amendment). */
export interface SourcedVersion<Source> {
  version: string;
  source: Source;
  clauses: readonly Clause[];
}

/** Words [from, to) of a clause of the current text and the version that brought them; UTF-16 units. */
export interface Origin<Source> {
  from: number;
  to: number;
  version: string;
  source: Source;
}

export interface ClauseProvenance<Source> {
  id: string | null;
  origins: Origin<Source>[];
}

/** Words that reappear in such a run in another clause of the same version have been moved there, not written anew. */
const MOVED_RUN_WORDS = 5;

interface Traced {
  clause: Clause;
  /** Null until the clause changes: then all of it comes from `since`. */
  tokens: TokenText | null;
  /** For each token the index of the version that brought it. */
  since: Int32Array | number;
}

/**
 * For every clause of the last version, which version brought each of its words. Words keep their origin when their
 * clause is reworded around them, moved, split or joined; words deleted and written again later are new. The ranges of
 * a clause are in order, touch, and cover its whole text (a blank belongs to the word after it). No versions, no clauses.
 * Work grows with the changed clauses of each version, not with the length of the history.
 */
export function provenance<Source>(versions: readonly SourcedVersion<Source>[]): ClauseProvenance<Source>[] {
  requireVersionsWithin(versions.map(({ clauses }) => clauses));
  let traced: Traced[] = [];
  versions.forEach(({ clauses }, v) => {
    traced = traceVersion(traced, clauses, v);
  });
  return traced.map(({ clause, tokens, since }) => ({
    id: clause.id ?? null,
    origins: toOrigins(tokens ?? tokenize(clause.text), since).map(({ from, to, version }) => ({
      from,
      to,
      version: versions[version]!.version,
      source: versions[version]!.source,
    })),
  }));
}

/** The origin of the character at an offset of a clause, or null outside its text. */
export function originAt<Source>(clause: ClauseProvenance<Source>, offset: number): Origin<Source> | null {
  return clause.origins.find(({ from, to }) => from <= offset && offset < to) ?? null;
}

function traceVersion(before: readonly Traced[], clauses: readonly Clause[], version: number): Traced[] {
  const matches = matchClauses(
    before.map(({ clause }) => clause),
    clauses,
  );
  const previous = new Map<number, Traced>();
  const lost = new LostRuns();
  matches.forEach((j, i) => {
    if (j >= 0) previous.set(j, before[i]!);
    else lost.add(withTokens(before[i]!), null);
  });
  const next = clauses.map((clause, j) => traceClause(previous.get(j) ?? null, clause, version, lost));
  if (!lost.isEmpty) for (const traced of next) lost.restore(traced, version);
  return next;
}

function traceClause(previous: Traced | null, clause: Clause, version: number, lost: LostRuns): Traced {
  if (previous === null) return { clause, tokens: null, since: version };
  if (previous.clause.text === clause.text) return { ...previous, clause };
  const old = withTokens(previous);
  const tokens = tokenize(clause.text);
  if (tokens.count === 0) return { clause, tokens, since: version };
  const since = new Int32Array(tokens.count).fill(version);
  const matches = alignTokens(old.tokens, tokens);
  for (let i = 0; i < matches.length; i++) if (matches[i]! >= 0) since[matches[i]!] = old.since[i]!;
  lost.add(old, matches);
  return { clause, tokens, since };
}

interface TracedTokens {
  tokens: TokenText;
  since: Int32Array;
}

function withTokens({ clause, tokens, since }: Traced): TracedTokens {
  const known = tokens ?? tokenize(clause.text);
  return { tokens: known, since: typeof since === 'number' ? new Int32Array(known.count).fill(since) : since };
}

/** The runs of words that a version took away, by their first words, to find them again elsewhere. */
class LostRuns {
  readonly #starts = new Map<string, { run: TracedTokens; at: number }>();

  get isEmpty(): boolean {
    return this.#starts.size === 0;
  }

  /** Enters what has no counterpart; without `matches` everything. */
  add(run: TracedTokens, matches: Int32Array | null): void {
    for (let i = 0; i < run.tokens.count; i++) {
      if (matches !== null && matches[i]! >= 0) continue;
      const key = runKey(run.tokens, i, (k) => matches === null || matches[k]! < 0);
      if (key !== null && !this.#starts.has(key)) this.#starts.set(key, { run, at: i });
    }
  }

  /** Gives words that are new in this version the origin they had where they were taken from. */
  restore(traced: Traced, version: number): void {
    if (typeof traced.since === 'number' ? traced.since !== version : !traced.since.includes(version)) return;
    const { tokens, since } = withTokens(traced);
    const isNew = (k: number): boolean => since[k] === version;
    let hasFound = false;
    for (let j = 0; j < tokens.count; j++) {
      const key = isNew(j) ? runKey(tokens, j, isNew) : null;
      const found = key === null ? undefined : this.#starts.get(key);
      if (found === undefined) continue;
      hasFound = true;
      let length = 0;
      while (
        j + length < tokens.count &&
        isNew(j + length) &&
        tokens.keys[j + length] === found.run.tokens.keys[found.at + length]
      ) {
        since[j + length] = found.run.since[found.at + length]!;
        length++;
      }
      j += Math.max(0, length - 1);
    }
    if (hasFound) Object.assign(traced, { tokens, since });
  }
}

/** The run of words that begins at a token, or null when it is too short or broken. */
function runKey(tokens: TokenText, from: number, isIn: (index: number) => boolean): string | null {
  if (tokens.kinds[from] === MARK) return null;
  const words: string[] = [];
  for (let k = from; k < tokens.count && words.length < MOVED_RUN_WORDS; k++) {
    if (!isIn(k)) return null;
    if (tokens.kinds[k] !== MARK) words.push(tokens.keys[k]!);
  }
  return words.length < MOVED_RUN_WORDS ? null : wordingKey(words.join(' '));
}

function toOrigins(tokens: TokenText, since: Int32Array | number): { from: number; to: number; version: number }[] {
  const { length } = tokens.text;
  if (length === 0) return [];
  if (typeof since === 'number') return [{ from: 0, to: length, version: since }];
  const origins: { from: number; to: number; version: number }[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const last = origins.at(-1);
    const to = i === tokens.count - 1 ? length : tokens.ends[i]!;
    if (last !== undefined && last.version === since[i]) last.to = to;
    else origins.push({ from: last === undefined ? 0 : last.to, to, version: since[i]! });
  }
  return origins;
}
