/** Every regular expression of our sources, and whether the work it may cause grows faster than the text it reads. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { Linter } from 'eslint';
import regexp from 'eslint-plugin-regexp';
import { check } from 'recheck';
import ts from 'typescript';
import { type SourceFile } from './source-files.ts';
import { lineOf, nodes, parse } from './syntax.ts';

export type Pattern = { path: string; line: number; source: string; flags: string };

/** The patterns of a file: literals, and `new RegExp` of what the file itself spells out. `unread` are those of other words. */
export function patternsOf(file: SourceFile): { patterns: Pattern[]; unread: string[] } {
  const tree = parse(file);
  const patterns: Pattern[] = [];
  const unread: string[] = [];
  for (const node of nodes(tree)) {
    const line = lineOf(tree, node);
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      patterns.push({ path: file.path, line, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(tree) === 'RegExp') {
      const [words, flags] = node.arguments ?? [];
      const source = words ? spelledOut(words, tree) : null;
      if (source === null) unread.push(`${file.path}:${line}`);
      else patterns.push({ path: file.path, line, source, flags: flags ? (spelledOut(flags, tree) ?? '') : '' });
    }
  }
  return { patterns, unread };
}

/** The string an expression makes of constants of its own file; null when it takes others in. */
function spelledOut(node: ts.Expression, tree: ts.SourceFile): string | null {
  if (ts.isStringLiteral(node) || ts.isNumericLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return node.text;
  if (ts.isTaggedTemplateExpression(node))
    return node.tag.getText(tree) === 'String.raw' ? template(node.template, tree, true) : null;
  if (ts.isTemplateExpression(node)) return template(node, tree, false);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [spelledOut(node.left, tree), spelledOut(node.right, tree)];
    return left === null || right === null
      ? null
      : /^\d+$/.test(left + right)
        ? String(Number(left) + Number(right))
        : left + right;
  }
  if (!ts.isIdentifier(node)) return null;
  for (const other of nodes(tree))
    if (ts.isVariableDeclaration(other) && other.name.getText(tree) === node.text && other.initializer)
      return spelledOut(other.initializer, tree);
  return null;
}

function template(node: ts.TemplateLiteral, tree: ts.SourceFile, isRaw: boolean): string | null {
  const words = (part: ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail | ts.NoSubstitutionTemplateLiteral) =>
    isRaw ? (part.rawText ?? part.text) : part.text;
  if (ts.isNoSubstitutionTemplateLiteral(node)) return words(node);
  const spans = node.templateSpans.map((span) => [spelledOut(span.expression, tree), words(span.literal)]);
  return spans.some(([value]) => value === null) ? null : words(node.head) + spans.flat().join('');
}

/**
 * Patterns that may take more than linear time, with what says so: two programs judge each, one by its automaton,
 * one by its form (a start that moves along a run counts too). One whose key is in `harmless` is not judged again, and each
 * that is found to be so is added there.
 */
export async function superLinear(
  patterns: readonly Pattern[],
  harmless: Set<string> = new Set(),
): Promise<Map<Pattern, string>> {
  const found = new Map<Pattern, string>();
  const left = patterns.filter((pattern) => endlessRepetitions(pattern) > 0 && !harmless.has(keyOf(pattern)));
  const judgeNext = async (): Promise<void> => {
    for (let pattern = left.pop(); pattern; pattern = left.pop()) {
      const why = byForm(pattern) ?? (endlessRepetitions(pattern) > 1 ? await byAutomaton(pattern) : null);
      if (why === null) harmless.add(keyOf(pattern));
      else found.set(pattern, why);
    }
  };
  await Promise.all([judgeNext(), judgeNext()]);
  return found;
}

/** Names a pattern and the judges: another version of one of them judges all anew. */
export function keyOf({ source, flags }: Pattern): string {
  return createHash('sha256').update(`${VERSION}/${source}/${flags}`).digest('base64url').slice(0, 22);
}

const parser = new RegExpParser();

/**
 * Repetitions that have no end. Without one a pattern reads a bounded number of signs from each start; with a single one only the
 * start can move along a run, which its form shows.
 */
function endlessRepetitions({ source, flags }: Pattern): number {
  let count = 0;
  visitRegExpAST(parser.parsePattern(source, undefined, undefined, { unicode: flags.includes('u') }), {
    onQuantifierEnter: ({ max }) => void (count += max === Infinity ? 1 : 0),
  });
  return count;
}

const linter = new Linter();
const rules = [
  {
    plugins: { regexp },
    languageOptions: { ecmaVersion: 2025 as const },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
] as Linter.Config[];

function byForm({ source, flags }: Pattern): string | null {
  return linter.verify(`/${new RegExp(source, flags).source}/${flags}.exec(input);`, rules)[0]?.message ?? null;
}

/**
 * The automaton knows no look-around: without them it tries more starts and more ways, so what it calls safe is safe. A pattern
 * that it cannot take (a back-reference, too many states) is left to the other judge. Guesses by attack are no verdict: they
 * differ from run to run.
 */
async function byAutomaton({ source, flags }: Pattern): Promise<string | null> {
  const judged = await check(withoutLookaround(source, flags), flags, { checker: 'automaton', timeout: 10_000 });
  return judged.status === 'vulnerable' ? `${judged.complexity.summary}: ${judged.attack.pattern}` : null;
}

function withoutLookaround(source: string, flags: string): string {
  const cuts: [number, number][] = [];
  visitRegExpAST(parser.parsePattern(source, undefined, undefined, { unicode: flags.includes('u') }), {
    onAssertionEnter: ({ kind, start, end }) =>
      void (kind === 'lookahead' || kind === 'lookbehind' ? cuts.push([start, end]) : 0),
  });
  const outer = cuts.filter(([start, end]) => !cuts.some(([from, to]) => from < start && end <= to));
  return outer.reduceRight((text, [start, end]) => `${text.slice(0, start)}(?:)${text.slice(end)}`, source);
}

/** Changes when a judge does. */
const VERSION = 'automaton of recheck 4.5.0, eslint-plugin-regexp 3.3.3';

const list = join(import.meta.dirname, 'harmless-patterns.txt');

/** Keys of patterns that were judged before, kept in the repository: judging all takes more than a minute. */
export function readHarmless(): Set<string> {
  return new Set(readFileSync(list, 'utf8').split('\n').filter(Boolean));
}

export function writeHarmless(keys: Iterable<string>): void {
  const text = `${[...keys].sort().join('\n')}\n`;
  if (text !== readFileSync(list, 'utf8')) writeFileSync(list, text);
}
