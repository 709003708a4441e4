import { z } from 'zod';

/** A survey held elsewhere, as a file tells of it: what the file does not know stays out. */
export const historicalSchema = z.object({
  title: z.string().min(1).max(300),
  source: z
    .array(z.url({ protocol: /^https?$/ }))
    .max(20)
    .default([]),
  facts: z.object({
    collected_from: z.iso.date().optional(),
    collected_to: z.iso.date().optional(),
    valid_answers: z.number().int().min(0).optional(),
    questions_total: z.number().int().min(0).optional(),
    channels: z.array(z.string().max(300)).max(20).default([]),
  }),
  questions: z
    .array(
      z.object({
        no: z.number().int().min(1),
        question: z.string().max(1_000).nullable(),
        options: z.array(z.string().max(500)).max(50).default([]),
        complete: z.boolean(),
      }),
    )
    .max(200),
});
