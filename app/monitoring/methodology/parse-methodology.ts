import { checkBroughtIn, checkMethodology } from './methodology-checks.ts';
import { type MethodologyProblem, toProblems } from './methodology-messages.ts';
import { fileSchema, type Methodology } from './methodology-schema.ts';

export const methodologySchema = fileSchema.superRefine(checkMethodology);

/** What is stored keeps to the first; what is brought in to both. */
const broughtInSchema = methodologySchema.superRefine(checkBroughtIn);

export type ParsedMethodology = { ok: true; methodology: Methodology } | { ok: false; problems: MethodologyProblem[] };

/**
 * Reads a methodology from parsed JSON. On refusal every problem names its field
 * ("indicators[3] T04.scale.levels") and says what is wrong in Polish and English.
 */
export function parseMethodology(json: unknown): ParsedMethodology {
  const result = broughtInSchema.safeParse(json);
  if (result.success) return { ok: true, methodology: result.data };
  return { ok: false, problems: toProblems(result.error, json) };
}
