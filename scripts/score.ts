import type { z } from 'zod';
import { krippendorffAlpha } from '#app/monitoring/scoring/alpha.ts';
import { comparePairs } from '#app/monitoring/scoring/pairs.ts';
import { rankIntervals } from '#app/monitoring/scoring/rank-interval.ts';
import {
  alphaInputSchema,
  computeInputSchema,
  describeProblem,
  ranksInputSchema,
} from '#app/monitoring/scoring/score-input-schema.ts';
import { computeScores } from '#app/monitoring/scoring/score.ts';
import type { Score } from '#app/monitoring/scoring/score.ts';
import { InputError, readJson } from './json-input.ts';

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
  if (pairs.length === 0) return result;
  // Weights alone are drawn here: how a pair comes out under each mean is of editions.
  return { ...result, pairs: comparePairs(table, pairs).map(({ byMean: _, ...pair }) => pair) };
}

function toOutput({ exact, value, display, coverage, low, high }: Score): unknown {
  return { exact, value, display, coverage, low, high };
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const result = schema.safeParse(input);
  if (!result.success) throw new InputError(describeProblem(result.error));
  return result.data;
}

function main(words: readonly string[]): void {
  const [name = '', file, ...rest] = words;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined || file === undefined || rest.length > 0) throw new InputError(USAGE);
  process.stdout.write(`${JSON.stringify(command(readJson(file)))}\n`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`score: ${error.message}\n`);
  process.exitCode = 2;
}
