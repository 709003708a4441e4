import { z } from 'zod';
import { diffClauses } from './diff/diff.ts';
import { mergeAll, mergeClauses, type MergeResult } from './merge/merge.ts';

const clause = z.object({
  id: z
    .string()
    .min(1)
    .nullish()
    .transform((id) => id ?? undefined),
  text: z.string(),
  level: z
    .number()
    .int()
    .min(0)
    .max(50)
    .nullish()
    .transform((level) => level ?? undefined),
});
const clauses = z.array(clause).superRefine((list, context) => {
  const seen = new Map<string, number>();
  list.forEach(({ id }, i) => {
    if (id === undefined) return;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, i);
    else context.addIssue({ code: 'custom', path: [i, 'id'], message: `id "${id}" is used at ${first} already` });
  });
});

const diffInput = z.object({ base: clauses, current: clauses });
const rebaseInput = z.object({ base: clauses, current: clauses, amendment: clauses });
const mergeInput = z.object({ base: clauses, amendments: z.array(clauses) });

function parse<T>(schema: z.ZodType<T>, json: unknown): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue!.path.reduce<string>(
    (path, step) =>
      typeof step === 'number' ? `${path}[${step}]` : path === '' ? String(step) : `${path}.${String(step)}`,
    '',
  );
  throw new Error(`${place === '' ? 'input' : place}: ${issue!.message.replace(/\s+/g, ' ')}`);
}

/** `text diff`: the changed clauses as interfaces.md describes them. Throws an Error of one line on bad input. */
export function runDiff(json: unknown): unknown {
  const { base, current } = parse(diffInput, json);
  const diff = diffClauses(base, current);
  return {
    clauses: diff.clauses.map(({ id, change, before, after, spans }) => ({
      id,
      change,
      before,
      after,
      spans: spans.map(({ op, text }) => ({ op, text })),
    })),
    moved: diff.moved,
  };
}

/** `text merge`: one amendment carried over to the current text, or several applied at once. Throws as `runDiff`. */
export function runMerge(json: unknown): unknown {
  const isObject = typeof json === 'object' && json !== null;
  if (isObject && 'amendments' in json && 'amendment' in json) {
    throw new Error('input: give either "current" and "amendment" or "amendments", not both');
  }
  if (isObject && 'amendments' in json) return withoutOptions(mergeAll(parse(mergeInput, json)));
  return withoutOptions(mergeClauses(parse(rebaseInput, json)));
}

function withoutOptions(result: MergeResult): unknown {
  if (!result.conflict) return result;
  const { conflicts, ...rest } = result;
  return {
    ...rest,
    conflicts: conflicts.map(({ kind, clause: id, base, from, to, ours, theirs }) => ({
      kind,
      clause: id,
      base,
      ours,
      theirs,
      from,
      to,
    })),
  };
}
