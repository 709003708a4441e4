import { z } from 'zod';
import { ANSWER_STATES } from '../scoring/model.ts';

/**
 * The methodology file. Unknown fields are refused: a mistyped name must not silently drop
 * a rule. What a single field cannot show (ids used twice, acts that do not exist) is
 * checked by `checkMethodology`.
 */

/** Identifiers stand in addresses and names of files. */
export const id = z
  .string()
  .min(1)
  .regex(/^[\p{L}\d][\p{L}\d._-]*$/u);
const words = z.string().trim().min(1);
const bilingual = z.strictObject({ pl: words, en: words });
const share = z.number().min(0).max(1);

const levelSchema = z.strictObject({ value: z.number(), pl: words, en: words });

const scaleSchema = z.strictObject({
  type: words,
  min: z.number(),
  max: z.number(),
  levels: z.array(levelSchema).min(2),
});

const legalBasisSchema = z.strictObject({ act: words, provision: words, fact: bilingual, checked: words });

const indicatorSchema = z.strictObject({
  id,
  area: id,
  weight: z.number().positive(),
  requirement: z.enum(['legal', 'practice', 'legal+practice', 'mixed']),
  question: bilingual,
  scale: scaleSchema,
  sample: bilingual.nullable(),
  evidence: bilingual.extend({ minItems: z.int().min(0) }),
  whereToLook: z.array(words),
  legalBasis: z.array(legalBasisSchema),
  applicability: z.string().regex(/^(always|event:.+)$/),
});

const answerStateSchema = bilingual.extend({
  id: z.enum(ANSWER_STATES),
  counts: z.boolean(),
  value: z.number().optional(),
  requiresReason: z.boolean().optional(),
});

const scoringSchema = z.strictObject({
  indicator: words,
  area: words,
  overall: words,
  minCoverageArea: share,
  minCoverageOverall: share,
  rounding: z.strictObject({
    display: z.int().min(0).max(6),
    mode: z.literal('half-up'),
    rankOn: z.literal('displayed'),
  }),
  bands: z.array(z.strictObject({ id, min: z.number() })).min(1),
});

export const fileSchema = z.strictObject({
  schema: z.literal('gmina-monitoring-methodology/1'),
  id,
  version: words,
  status: z.enum(['draft', 'published', 'retired']),
  language: z.array(z.enum(['pl', 'en'])).min(1),
  title: bilingual,
  unit: z.strictObject({ type: words, identifier: words, note: bilingual }),
  period: z.strictObject({ months: z.int().min(1), note: bilingual }),
  areas: z.array(bilingual.extend({ id, weight: z.number().positive() })).min(1),
  weightTiers: z.record(z.string(), bilingual),
  answerStates: z.array(answerStateSchema),
  applicability: z.record(z.string(), bilingual),
  scoring: scoringSchema,
  acts: z.record(z.string(), bilingual),
  sources: z.record(z.string(), bilingual),
  checkedCodes: z.record(z.string(), words),
  /** Month in which the legal bases were last checked, yyyy-mm; null when the file does not say. */
  legalCheckedOn: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable()
    .default(null),
  indicators: z.array(indicatorSchema).min(1),
});

export type Methodology = z.infer<typeof fileSchema>;
export type Indicator = Methodology['indicators'][number];
