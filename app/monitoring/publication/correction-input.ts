import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';

/** Rows for new evidence in the form of a correction: as many as any indicator asks for at once. */
export const EVIDENCE_ROWS = 3;

/** What the form of a correction sends, apart from its rows of evidence. */
export const correctionSchema = z.object({
  issue: z.coerce.number().int().min(1),
  answer: z
    .string('monitoring.error.answer')
    .regex(/^(-?\d+|withheld|not_applicable|not_assessed)$/, 'monitoring.error.answer'),
  requestedOn: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'error.date'),
  note: z.string().trim().max(bounds.codingReason),
  reason: z.string().trim().min(10).max(bounds.correctionReason),
});

/** Field of the form that a refusal of the use case belongs to, and its message. */
export const refusedField = {
  unchanged: ['answer', 'publication.error.unchanged'],
  'evidence-missing': ['url-0', 'publication.error.evidence'],
  'reason-short': ['reason', 'publication.error.reason-short'],
  'level-missing': ['answer', 'monitoring.error.answer'],
  'level-unknown': ['answer', 'monitoring.error.answer'],
  'always-applies': ['answer', 'monitoring.error.always'],
  'reason-missing': ['note', 'monitoring.error.reason'],
  'request-date-missing': ['requestedOn', 'monitoring.error.requested'],
} as const;
