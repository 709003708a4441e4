import { z } from 'zod';
import type { AnsweredFinding } from './findings.ts';

const stored = z.array(
  z.object({
    key: z.string(),
    kind: z.enum(['lint', 'reference', 'promise', 'overwritten', 'unexplained', 'open', 'drafts']),
    message: z.object({ pl: z.string(), en: z.string() }).nullable(),
    unit: z.string(),
    remarks: z.array(z.number()),
    version: z.number().nullable(),
    answer: z.string(),
    by: z.string(),
  }),
);

/** Findings as they are stored with a unified text. */
export function readFindings(json: unknown): AnsweredFinding[] {
  return stored.parse(json);
}
