import { z } from 'zod';
import { typedText } from '#app/forms/typed-text.ts';
import { warsawInstant } from '#app/i18n/dates.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { textLimits } from '#app/drafting/state/remark.ts';
import { bounds } from '#app/forms/bounds.ts';
import type { CorrectAdoptedResult } from './correct-adopted.server.ts';
import type { EnterAdoptedResult } from './enter-adopted.server.ts';
import type { SourceError } from '../acts/read-source.server.ts';

export const adoptedSchema = z.object({
  sign: typedText({ min: 3, max: bounds.actSign }),
  adoptedOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date')
    .refine((day) => warsawInstant(day, '12:00') !== null, 'error.date'),
  text: z.string().max(bounds.source).default(''),
});

export const correctionSchema = adoptedSchema.extend({
  after: z
    .string()
    .regex(/^\d{1,6}$/, 'error.invalid')
    .transform(Number),
  reason: typedText({ max: textLimits.reason }),
});

type Code = Extract<EnterAdoptedResult | CorrectAdoptedResult, { ok: false }>['error']['code'];

export const adoptedComplaints: Record<Code, { field: string; key: MessageKey }> = {
  'not-sent': { field: 'sign', key: 'unified.error.not-sent' },
  entered: { field: 'sign', key: 'unified.error.adopted' },
  'too-early': { field: 'adoptedOn', key: 'unified.error.too-early' },
  'in-future': { field: 'adoptedOn', key: 'unified.error.in-future' },
  'covered-words': { field: 'text', key: 'redaction.error.typed' },
  'not-entered': { field: 'sign', key: 'unified.error.not-entered' },
  'not-newest': { field: 'reason', key: 'unified.error.not-newest' },
  'four-eyes': { field: 'sign', key: 'drafting.error.four-eyes-office' },
  'reason-required': { field: 'reason', key: 'unified.error.reason' },
  'nothing-corrected': { field: 'text', key: 'unified.error.nothing-corrected' },
};

export const sourceComplaint = <Code extends SourceError['code']>(code: Code): `import.error.${Code}` =>
  `import.error.${code}`;
