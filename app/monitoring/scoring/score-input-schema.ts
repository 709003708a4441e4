import { z } from 'zod';
import type { Answer, ScoredUnit, ScoringArea } from './model.ts';

/**
 * Input of the command line `score` (see README, machine interfaces). Unknown settings are refused, a typing error in
 * them would go unnoticed; areas, items, units and answers may carry names, reasons and sources besides what counts.
 */

const id = z
  .string({ error: 'must be text (in quotes; codes lose leading zeros as numbers)' })
  .min(1, 'must not be empty');
const weight = z.number({ error: 'must be a number' }).min(0, 'must be 0 or more');
const share = z
  .number({ error: 'must be a number from 0 to 1' })
  .min(0, 'must be 0 or more')
  .max(1, 'must be 1 or less');

const itemSchema = z
  .object({
    id,
    weight,
    min: z.number({ error: 'must be a number' }),
    max: z.number({ error: 'must be a number' }),
  })
  .refine((item) => item.max > item.min, { path: ['max'], error: 'must be greater than min' });

const areaSchema = z.object({ id, weight, items: z.array(itemSchema).min(1, 'must hold at least one item') });

const stateSchema = z.discriminatedUnion(
  'state',
  [
    z.object({ state: z.literal('scored'), level: z.number({ error: 'must be a number' }) }),
    z.object({ state: z.literal('withheld') }),
    z.object({ state: z.literal('not_applicable') }),
    z.object({ state: z.literal('not_assessed') }),
  ],
  { error: 'must be scored (with a level), withheld, not_applicable or not_assessed' },
);

const answerSchema = z
  .union([z.number(), z.null(), stateSchema], {
    error: 'must be a level (number), null or {"state": "scored|withheld|not_applicable|not_assessed"}',
  })
  .transform((answer): Answer => {
    if (answer === null) return { state: 'not_applicable' };
    return typeof answer === 'number' ? { state: 'scored', level: answer } : answer;
  });

const unitSchema = z.object({ id, answers: z.record(z.string(), answerSchema) });

const optionsSchema = z.strictObject({
  decimals: z
    .int('must be a whole number from 0 to 6')
    .min(0, 'must be a whole number from 0 to 6')
    .max(6, 'must be a whole number from 0 to 6')
    .optional(),
  minCoverageArea: share.optional(),
  minCoverageTotal: share.optional(),
});

const tableShape = {
  areas: z.array(areaSchema).min(1, 'must hold at least one area'),
  units: z.array(unitSchema),
  options: optionsSchema.optional().transform((options) => options ?? {}),
};

interface Table {
  areas: ScoringArea[];
  units: ScoredUnit[];
}

function checkTable(table: Table, context: z.RefinementCtx): void {
  const report = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
  const items = new Map<string, { min: number; max: number }>();
  const areaIds = new Set<string>();
  table.areas.forEach((area, a) => {
    if (areaIds.has(area.id)) report(['areas', a, 'id'], `"${area.id}" is used twice`);
    areaIds.add(area.id);
    area.items.forEach((item, i) => {
      if (items.has(item.id)) report(['areas', a, 'items', i, 'id'], `"${item.id}" is used twice`);
      items.set(item.id, item);
    });
  });
  if (table.areas.every((area) => area.weight === 0)) report(['areas'], 'must hold an area with a weight above 0');
  const unitIds = new Set<string>();
  table.units.forEach((unit, u) => {
    if (unitIds.has(unit.id)) report(['units', u, 'id'], `"${unit.id}" is used twice`);
    unitIds.add(unit.id);
    for (const [itemId, answer] of Object.entries(unit.answers)) {
      const item = items.get(itemId);
      const path = ['units', u, 'answers', itemId];
      if (item === undefined) report(path, 'no item has this id');
      else if (answer.state === 'scored' && (answer.level < item.min || answer.level > item.max)) {
        report(path, `${answer.level} lies outside ${item.min}–${item.max}`);
      }
    }
  });
}

const unread = z.unknown().optional();

/** Input of `score compute`; the settings of a drawing may stand beside the table, so that one file serves both commands. */
export const computeInputSchema = z
  .strictObject({ ...tableShape, draws: unread, seed: unread, weightSpread: unread, areaAlpha: unread, pairs: unread })
  .superRefine(checkTable);

/** Input of `score ranks`; `areaAlpha` null or 0 keeps the area weights fixed. */
export const ranksInputSchema = z
  .strictObject({
    ...tableShape,
    draws: z
      .int('must be a whole number')
      .min(1, 'must be 1 or more')
      .max(1_000_000, 'must be 1000000 or less')
      .optional(),
    seed: z.int('must be a whole number of 0 or more').min(0, 'must be a whole number of 0 or more').optional(),
    weightSpread: share.optional(),
    areaAlpha: z.number({ error: 'must be a number or null' }).min(0, 'must be 0 or more').nullable().optional(),
    pairs: z
      .array(z.tuple([z.string(), z.string()], { error: 'must be two unit ids' }))
      .optional()
      .transform((pairs) => pairs ?? []),
  })
  .superRefine((input, context) => {
    checkTable(input, context);
    const unitIds = new Set(input.units.map((unit) => unit.id));
    input.pairs.forEach((pair, p) =>
      pair.forEach((unitId, side) => {
        if (unitIds.has(unitId)) return;
        context.addIssue({ code: 'custom', path: ['pairs', p, side], message: `no unit has the id "${unitId}"` });
      }),
    );
  });

/** Input of `score alpha`: rows are coders, columns are units, null is a gap. */
export const alphaInputSchema = z
  .strictObject({
    level: z.enum(['nominal', 'ordinal', 'interval', 'ratio'], {
      error: 'must be nominal, ordinal, interval or ratio',
    }),
    data: z.array(z.array(z.number({ error: 'must be a number or null' }).nullable())),
  })
  .superRefine(({ level, data }, context) => {
    data.forEach((row, r) => {
      const length = data[0]?.length ?? 0;
      if (row.length !== length) {
        const message = `has ${row.length} values where the first row has ${length}`;
        context.addIssue({ code: 'custom', path: ['data', r], message });
      }
      if (level !== 'ratio') return;
      row.forEach((value, c) => {
        if (value === null || value >= 0) return;
        context.addIssue({ code: 'custom', path: ['data', r, c], message: 'must be 0 or more on a ratio scale' });
      });
    });
  });

/** The first problem as one line, `units[0].answers.T01: 7 lies outside 0–3`. */
export function describeProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'the input is not valid';
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = formatPath(unknown === undefined ? issue.path : [...issue.path, unknown]);
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : '';
  return `${path === '' ? 'input' : path}: ${describeIssue(issue)}${more}`;
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'no such field';
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) return `must be ${issue.expected}`;
  return issue.message.replaceAll(/\s+/g, ' ');
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      const isPlain = /^[\p{L}_][\p{L}\d_-]*$/u.test(String(key));
      return isPlain ? `${index === 0 ? '' : '.'}${String(key)}` : `[${JSON.stringify(String(key))}]`;
    })
    .join('');
}
