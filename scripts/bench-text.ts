/** Figures of the change engine: absolute times, and the ratio to jsdiff on the same words in the same run. */
import { diffArrays } from 'diff';
import type { Clause } from '#app/text/diff/change-types.ts';
import { diffClauses, diffText } from '#app/text/diff/diff.ts';
import { mergeAll, mergeClauses } from '#app/text/merge/merge.ts';
import { operationsBetween, prepareRebase, rebaseAmendment } from '#app/text/rebase/rebase.ts';
import { provenance } from '#app/text/diff/provenance.ts';

const SYLLABLES = [
  'ra',
  'do',
  'wnio',
  'sek',
  'gmi',
  'na',
  'za',
  'rzą',
  'dze',
  'nie',
  'u',
  'chwa',
  'ła',
  'po',
  'szcze',
  'gól',
  'ny',
  'ter',
  'min',
];
const FUNCTION_WORDS = ['w', 'i', 'z', 'na', 'do', 'o', 'lub', 'oraz', 'nie', 'się', 'jest', 'przez', 'art.', 'ust.'];

/** A small reproducible generator (mulberry32): figures of two runs are comparable. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = seeded(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const VOCABULARY = Array.from({ length: 3000 }, () =>
  Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join(''),
);

function word(): string {
  if (random() < 0.35) return pick(FUNCTION_WORDS);
  return VOCABULARY[Math.floor(random() ** 2 * VOCABULARY.length)]!;
}

const words = (count: number): string[] => Array.from({ length: count }, word);

function sentenceText(list: readonly string[]): string {
  return list.map((item, i) => (i % 14 === 13 ? `${item}.` : item)).join(' ');
}

function edited(list: readonly string[], share: number): string[] {
  return list.flatMap((item) => {
    if (random() >= share) return [item];
    const kind = random();
    return kind < 0.5 ? [`${word()}x`] : kind < 0.75 ? [] : [item, word()];
  });
}

function draft(clauseCount: number, wordsEach: number): string[][] {
  return Array.from({ length: clauseCount }, () => words(wordsEach));
}

const toClauses = (texts: readonly (readonly string[])[], withIds = true): Clause[] =>
  texts.map((list, i) => ({ ...(withIds ? { id: `c${i}` } : {}), text: sentenceText(list) }));

const TOKEN = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*|\s+|[^\s\p{L}\p{N}]/gu;
const tokens = (text: string): string[] => text.match(TOKEN) ?? [];

function jsdiff(before: readonly Clause[], after: readonly Clause[]): void {
  for (let i = 0; i < before.length; i++) {
    const pair = after[i];
    if (pair !== undefined && pair.text !== before[i]!.text) diffArrays(tokens(before[i]!.text), tokens(pair.text));
  }
}

function median(run: () => void, rounds: number): number {
  for (let i = 0; i < Math.min(3, rounds); i++) run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)]!;
}

interface Figure {
  name: string;
  limit: number;
  run: () => void;
  peer?: () => void;
  rounds?: number;
}

function report({ name, limit, run, peer, rounds = 15 }: Figure): boolean {
  const own = median(run, rounds);
  const other = peer === undefined ? null : median(peer, Math.min(rounds, 3));
  const ratio = other === null ? '' : `  jsdiff ${other.toFixed(2)} ms, ratio ${(own / other).toFixed(2)}`;
  process.stdout.write(`${own <= limit ? 'ok  ' : 'SLOW'} ${name}: ${own.toFixed(3)} ms (limit ${limit} ms)${ratio}\n`);
  return own <= limit;
}

function pairFigure(): Figure {
  const before = words(60);
  const after = edited(before, 0.1);
  const [a, b] = [sentenceText(before), sentenceText(after)];
  return {
    name: '60-word clause pair',
    limit: 0.5,
    rounds: 500,
    run: () => diffText(a, b),
    peer: () => diffArrays(tokens(a), tokens(b)),
  };
}

function draftFigure(): Figure {
  const before = draft(120, 58);
  const [a, b] = [toClauses(before), toClauses(before.map((list) => edited(list, 0.05)))];
  return {
    name: '120 clauses, 7,000 words, 5 % changed',
    limit: 40,
    run: () => diffClauses(a, b),
    peer: () => jsdiff(a, b),
  };
}

function longFigure(name: string, before: string[][], withIds: boolean): Figure {
  const [a, b] = [
    toClauses(before, withIds),
    toClauses(
      before.map((list) => edited(list, 0.05)),
      withIds,
    ),
  ];
  return { name, limit: 150, rounds: 7, run: () => diffClauses(a, b), peer: () => jsdiff(a, b) };
}

function removedFigure(): Figure {
  const before = draft(37, 60);
  const after = before
    .filter((_, i) => i % 5 !== 2)
    .slice(0, 30)
    .map((list) => edited(list, 0.1));
  const [a, b] = [toClauses(before, false), toClauses(after, false)];
  return {
    name: '30 edited clauses with 7 removed, no ids',
    limit: 50,
    run: () => diffClauses(a, b),
    peer: () => jsdiff(a, b),
  };
}

function rebaseFigure(): Figure {
  const texts = draft(120, 58);
  const base = toClauses(texts);
  const current = base.map((clause, i) =>
    i === 50 ? { ...clause, text: sentenceText(edited(texts[i]!, 0.1)) } : clause,
  );
  const amendments = Array.from({ length: 1000 }, (_, n) => {
    const at = n % 3 === 0 ? 50 : n % base.length;
    return operationsBetween(
      base,
      base.map((clause, i) => (i === at ? { ...clause, text: sentenceText(edited(texts[i]!, 0.05)) } : clause)),
    );
  });
  const run = (): void => {
    const ground = prepareRebase(base, current);
    for (const operations of amendments) rebaseAmendment(ground, operations);
  };
  return { name: 'rebasing 1,000 open amendments after one accepted change', limit: 1000, rounds: 5, run };
}

function mergeFigures(): Figure[] {
  const texts = draft(120, 58);
  const base = toClauses(texts);
  const versions = Array.from({ length: 20 }, () =>
    base.map((clause, i) => (random() < 0.05 ? { ...clause, text: sentenceText(edited(texts[i]!, 0.05)) } : clause)),
  );
  const long = toClauses([words(20_000)]);
  const sides = [1, 2].map(() =>
    toClauses([
      edited(
        tokens(long[0]!.text).filter((item) => item.trim() !== ''),
        0.05,
      ),
    ]),
  );
  const history = versions.map((clauses, i) => ({ version: `v${i}`, source: null, clauses }));
  return [
    {
      name: 'merging 20 amendments to 120 clauses',
      limit: 1000,
      rounds: 5,
      run: () => mergeAll({ base, amendments: versions }),
    },
    {
      name: 'merging two versions of one clause of 20,000 words',
      limit: 1000,
      rounds: 3,
      run: () => mergeClauses({ base: long, current: sides[0]!, amendment: sides[1]! }),
    },
    { name: 'provenance over 20 versions of 120 clauses', limit: 1000, rounds: 5, run: () => provenance(history) },
  ];
}

function hostileFigures(): Figure[] {
  const [same, other] = [words(20_000), words(20_000)];
  const few = (count: number): string => Array.from({ length: count }, () => pick(['a', 'b'])).join(' ');
  const [x, y] = [few(200_000), few(200_000)];
  return [
    {
      name: 'hostile: two unrelated texts of 20,000 words',
      limit: 2000,
      rounds: 1,
      run: () => diffText(same.join(' '), other.join(' ')),
    },
    { name: 'hostile: 200,000 words from a vocabulary of two', limit: 10_000, rounds: 1, run: () => diffText(x, y) },
  ];
}

const figures = [
  pairFigure(),
  draftFigure(),
  longFigure('20,000 words as one clause, 5 % changed', [words(20_000)], true),
  longFigure('20,000 words in 350 clauses, 5 % changed', draft(350, 57), true),
  longFigure('20,000 words in 350 clauses without ids, 5 % changed', draft(350, 57), false),
  removedFigure(),
  rebaseFigure(),
  ...mergeFigures(),
  ...hostileFigures(),
];
const results = figures.map(report);
if (results.includes(false)) process.exitCode = 1;
