import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Clause } from './change-types.ts';
import { diffClauses, diffText } from './diff.ts';
import { CLAUSE_CASES, DIFF_CASES, TEXT_CASES, type MergeCase, type Row } from './fixtures/change-cases.ts';
import { mergeAll, mergeClauses, type MergeResult } from './merge.ts';
import { MARK, tokenAt, tokenize } from './tokens.ts';

const toClause = ([id, text, level]: Row): Clause => ({ id, text, ...(level === undefined ? {} : { level }) });

/** What counts in a result: order, text, level and the ids of clauses of the base. */
const essence = (clauses: readonly Clause[]): unknown =>
  clauses.map(({ id, text, level }) => [/^[nm]\d/.test(id ?? '') ? 'new' : id, text, level ?? 0]);

const wordsOf = (text: string): string[] => {
  const tokens = tokenize(text);
  return [...tokens.kinds.keys()].filter((i) => tokens.kinds[i] !== MARK).map((i) => tokenAt(tokens, i)).sort();
};

const wordsMarked = (spans: readonly { op: string; text: string }[], op: string): string[] =>
  spans.flatMap((span) => (span.op === op ? wordsOf(span.text) : [])).sort();

for (const { name, before, after, removed, inserted } of DIFF_CASES) {
  test(`diff: ${name}`, () => {
    const spans = diffText(before, after);
    expect(wordsMarked(spans, 'delete')).toEqual([...removed].sort());
    expect(wordsMarked(spans, 'insert')).toEqual([...inserted].sort());
  });
}

function check({ base, sides, result, conflictIn, disputed }: MergeCase, isReversed: boolean): void {
  const amendments = (isReversed ? [...sides].reverse() : sides).map((rows) => rows.map(toClause));
  const merged = mergeAll({ base: base.map(toClause), amendments });
  if (result !== undefined) {
    expect(merged).toMatchObject({ conflict: false });
    expect(essence(merged.result!)).toEqual(essence(result.map(toClause)));
    return;
  }
  expect(merged.conflict).toBe(true);
  if (!merged.conflict) return;
  if (!isReversed) expect(merged.conflictClauses).toEqual(conflictIn);
  if (disputed === undefined) return;
  const [{ base: words, from, to, ours, theirs }] = merged.conflicts as [(typeof merged.conflicts)[0]];
  const [first, second] = isReversed ? [theirs, ours] : [ours, theirs];
  expect([words, first, second]).toEqual(disputed);
  expect(base[0]![1].slice(from, to)).toBe(words);
}

for (const entry of [...TEXT_CASES, ...CLAUSE_CASES]) {
  test(`merge: ${entry.name}`, () => {
    check(entry, false);
    if (entry.isOrdered !== true) check(entry, true);
  });
}

interface SharedCase {
  id: string;
  kind: string;
  base: Clause[];
  current?: Clause[];
  amendment?: Clause[];
  amendments?: Clause[][];
  expect: {
    conflict: boolean;
    result: Clause[] | null;
    conflictClauses?: string[];
    conflictAllowed?: boolean;
    compare?: 'nbsp' | 'nfc';
    removedWords?: string[];
    insertedWords?: string[];
    keep?: string[];
    movedClauses?: string[];
  };
}

const SHARED = '../shared/data/merge-cases.json';
const shared: SharedCase[] = existsSync(SHARED)
  ? (JSON.parse(readFileSync(SHARED, 'utf8')) as { cases: SharedCase[] }).cases
  : [];

const comparable = (clauses: readonly Clause[], compare: 'nbsp' | 'nfc' | undefined): unknown => {
  const texts = essence(clauses) as [string, string, number][];
  return texts.map(([id, text]) => [
    id,
    compare === 'nfc' ? text.normalize('NFC') : compare === 'nbsp' ? text.replaceAll('\u00A0', ' ') : text,
  ]);
};

function checkShared(entry: SharedCase, merged: MergeResult): void {
  const { conflict, result, conflictClauses, conflictAllowed, compare, movedClauses } = entry.expect;
  if (conflict) {
    expect(merged).toMatchObject({ conflict: true, conflictClauses });
    return;
  }
  if (conflictAllowed === true && merged.conflict) return;
  expect(merged.conflict).toBe(false);
  expect(comparable(merged.result!, compare)).toEqual(comparable(result!, compare));
  if (movedClauses !== undefined) expect(merged.moved).toEqual(movedClauses);
}

test.runIf(shared.length > 0)('every shared case comes out as a careful drafter expects', () => {
  for (const entry of shared) {
    const { base, current, amendment, amendments } = entry;
    if (amendments !== undefined) checkShared(entry, mergeAll({ base, amendments }));
    else if (amendment !== undefined) checkShared(entry, mergeClauses({ base, current: current!, amendment }));
    else checkSharedDiff(entry);
  }
});

function checkSharedDiff({ base, current, expect: expected }: SharedCase): void {
  const { clauses, moved } = diffClauses(base, current!);
  const spans = clauses.flatMap((clause) => clause.spans);
  if (expected.movedClauses !== undefined) expect(moved).toEqual(expected.movedClauses);
  if (expected.removedWords !== undefined) expect(wordsMarked(spans, 'delete')).toEqual([...expected.removedWords].sort());
  if (expected.insertedWords !== undefined) expect(wordsMarked(spans, 'insert')).toEqual([...expected.insertedWords].sort());
  for (const kept of expected.keep ?? []) expect(spans.some(({ op, text }) => op === 'keep' && text.includes(kept))).toBe(true);
}
