import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { Clause } from './diff/change-types.ts';
import { diffClauses, diffText } from './diff/diff.ts';
import { CLAUSE_CASES, DIFF_CASES, TEXT_CASES, type MergeCase, type Row } from './fixtures/change-cases.ts';
import { mergeAll, mergeClauses, type MergeResult } from './merge/merge.ts';
import { MARK, tokenAt, tokenize } from './diff/tokens.ts';

const toClause = ([id, text, level]: Row): Clause => ({ id, text, ...(level === undefined ? {} : { level }) });

/** What counts in a result: order, text, level and the ids of clauses of the base. */
const essence = (clauses: readonly Clause[]): unknown =>
  clauses.map(({ id, text, level }) => [/^[nm]\d/.test(id ?? '') ? 'new' : id, text, level ?? 0]);

const wordsOf = (text: string): string[] => {
  const tokens = tokenize(text);
  return [...tokens.kinds.keys()]
    .filter((i) => tokens.kinds[i] !== MARK)
    .map((i) => tokenAt(tokens, i))
    .sort();
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

/** What a case expects and what comes out, in the same form. */
interface Outcome {
  result: unknown;
  conflictIn: readonly string[] | null;
  disputed: readonly string[] | null;
}

const expectedOutcome = ({ result, conflictIn, disputed }: MergeCase): Outcome => ({
  result: result === undefined ? null : essence(result.map(toClause)),
  conflictIn: conflictIn ?? null,
  disputed: disputed ?? null,
});

function outcomeOf({ base, sides, conflictIn, disputed }: MergeCase, isReversed: boolean): Outcome {
  const amendments = (isReversed ? [...sides].reverse() : sides).map((rows) => rows.map(toClause));
  const merged = mergeAll({ base: base.map(toClause), amendments });
  if (!merged.conflict) return { result: essence(merged.result), conflictIn: null, disputed: null };
  const { base: words, from, to, ours, theirs } = merged.conflicts[0]!;
  const isPlaced = base[0]![1].slice(from, to) === words;
  const proposals = isReversed ? [theirs, ours] : [ours, theirs];
  // A new clause that is disputed bears the id of whoever filed first.
  const isNewClause = conflictIn?.[0]?.startsWith('n') === true && isReversed;
  return {
    result: null,
    conflictIn: isNewClause ? (conflictIn ?? null) : merged.conflictClauses,
    disputed: disputed === undefined ? null : isPlaced ? [words, ...proposals] : ['at a wrong place'],
  };
}

for (const entry of [...TEXT_CASES, ...CLAUSE_CASES]) {
  test(`merge: ${entry.name}`, () => {
    expect(outcomeOf(entry, false)).toEqual(expectedOutcome(entry));
  });
}

test('no case depends on who filed first, but for the order of different new clauses at one point', () => {
  const cases = [...TEXT_CASES, ...CLAUSE_CASES].filter(({ isOrdered }) => isOrdered !== true);
  expect(cases.map((entry) => [entry.name, outcomeOf(entry, true)])).toEqual(
    cases.map((entry) => [entry.name, expectedOutcome(entry)]),
  );
});

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

/** The parts of an outcome that the case says something about; null where the expectation is met. */
function mergeShortcoming(entry: SharedCase, merged: MergeResult): unknown {
  const { conflict, result, conflictClauses, conflictAllowed, compare, movedClauses } = entry.expect;
  const found = merged.conflict ? merged.conflictClauses : comparable(merged.result, compare);
  const wanted = conflict ? conflictClauses : comparable(result!, compare);
  if (conflictAllowed === true && merged.conflict) return null;
  const isMoveRight = movedClauses === undefined || isDeepStrictEqual(merged.moved, movedClauses);
  return isDeepStrictEqual(found, wanted) && isMoveRight ? null : { id: entry.id, found, wanted, moved: merged.moved };
}

function diffShortcoming({ id, base, current, expect: expected }: SharedCase): unknown {
  const { clauses, moved } = diffClauses(base, current!);
  const spans = clauses.flatMap((clause) => clause.spans);
  const found = {
    moved: expected.movedClauses && moved,
    removed: expected.removedWords && wordsMarked(spans, 'delete'),
    inserted: expected.insertedWords && wordsMarked(spans, 'insert'),
    lost: (expected.keep ?? []).filter((kept) => !spans.some(({ op, text }) => op === 'keep' && text.includes(kept))),
  };
  const wanted = {
    moved: expected.movedClauses,
    removed: expected.removedWords?.toSorted(),
    inserted: expected.insertedWords?.toSorted(),
    lost: [],
  };
  return isDeepStrictEqual(found, wanted) ? null : { id, found, wanted };
}

test.runIf(shared.length > 0)('every shared case comes out as a careful drafter expects', () => {
  const shortcomings = shared.map((entry) => {
    const { base, current, amendment, amendments } = entry;
    if (amendments !== undefined) return mergeShortcoming(entry, mergeAll({ base, amendments }));
    if (amendment !== undefined) return mergeShortcoming(entry, mergeClauses({ base, current: current!, amendment }));
    return diffShortcoming(entry);
  });
  expect(shortcomings.filter((shortcoming) => shortcoming !== null)).toEqual([]);
});
