import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { krippendorffAlpha } from '#app/monitoring/alpha.ts';
import { comparePairs } from '#app/monitoring/pairs.ts';
import { rankIntervals } from '#app/monitoring/rank-interval.ts';
import {
  alphaInputSchema,
  computeInputSchema,
  describeProblem,
  ranksInputSchema,
} from '#app/monitoring/score-input-schema.ts';
import { computeScores } from '#app/monitoring/score.ts';
import type { Score } from '#app/monitoring/score.ts';

/** Bad input: one line that says what is wrong and where. */
class InputError extends Error {}

const USAGE = 'usage: npm run -s score -- alpha|compute|ranks FILE (or - for standard input)';

const COMMANDS: Record<string, (input: unknown) => unknown> = { alpha, compute, ranks };

function alpha(input: unknown): unknown {
  const { level, data } = parse(alphaInputSchema, input);
  const result = krippendorffAlpha(data, level);
  return result.alpha === null ? { alpha: null, reason: result.reason } : result;
}

function compute(input: unknown): unknown {
  const { areas, units, options } = parse(computeInputSchema, input);
  const scores = computeScores({ areas }, units, options);
  return {
    units: scores.map((unit) => ({
      id: unit.id,
      total: toOutput(unit.total),
      areas: Object.fromEntries(Object.entries(unit.areas).map(([id, score]) => [id, toOutput(score)])),
      rank: unit.rank,
    })),
  };
}

function ranks(input: unknown): unknown {
  const { areas, units, options, pairs, ...drawing } = parse(ranksInputSchema, input);
  const table = { model: { areas }, units, options, drawing };
  const result = { units: rankIntervals(table) };
  return pairs.length === 0 ? result : { ...result, pairs: comparePairs(table, pairs) };
}

function toOutput({ exact, value, display, coverage, low, high }: Score): unknown {
  return { exact, value, display, coverage, low, high };
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const result = schema.safeParse(input);
  if (!result.success) throw new InputError(describeProblem(result.error));
  return result.data;
}

function readInput(file: string): unknown {
  const name = file === '-' ? 'standard input' : file;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file === '-' ? 0 : file));
  } catch (cause) {
    const reason = cause instanceof TypeError ? 'is not UTF-8 text' : 'cannot be read';
    throw new InputError(`${name} ${reason}`, { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError(`${name} is not JSON${describePlace(text, String(cause))}`, { cause });
  }
}

function describePlace(text: string, message: string): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position));
  const line = before.split('\n').length;
  return `: line ${line}, column ${before.length - before.lastIndexOf('\n')}`;
}

function main(words: readonly string[]): void {
  const [name = '', file, ...rest] = words;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined || file === undefined || rest.length > 0) throw new InputError(USAGE);
  process.stdout.write(`${JSON.stringify(command(readInput(file)))}\n`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`score: ${error.message}\n`);
  process.exitCode = 2;
}
