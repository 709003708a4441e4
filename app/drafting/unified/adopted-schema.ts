import { z } from 'zod';
import { TEXT_LIMITS } from '#app/text/tree/limits.ts';
import { typedText } from '#app/forms/typed-text.ts';
import { warsawInstant } from '#app/i18n/dates.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { textLimits } from '#app/drafting/state/remark.ts';
import type { CorrectAdoptedResult } from './correct-adopted.server.ts';
import type { EnterAdoptedResult } from './enter-adopted.server.ts';

export const adoptedSchema = z.object({
  sign: typedText({ min: 3, max: 120 }),
  adoptedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date').refine((day) => warsawInstant(day, '12:00') !== null, 'error.date'),
  text: z.string().max(TEXT_LIMITS.characters).default(''),
});

export const correctionSchema = adoptedSchema.extend({
  after: z.string().regex(/^\d{1,6}$/, 'error.invalid').transform(Number),
  reason: typedText({ max: textLimits.reason }),
});

type Code = Extract<EnterAdoptedResult | CorrectAdoptedResult, { ok: false }>['error']['code'];

export const adoptedComplaints: Record<Code, { field: string; key: MessageKey }> = {
  'not-sent': { field: 'sign', key: 'unified.error.not-sent' }, entered: { field: 'sign', key: 'unified.error.adopted' },
  'too-early': { field: 'adoptedOn', key: 'unified.error.too-early' }, 'in-future': { field: 'adoptedOn', key: 'unified.error.in-future' },
  'covered-words': { field: 'text', key: 'redaction.error.typed' }, 'not-entered': { field: 'sign', key: 'unified.error.not-entered' }, 'not-newest': { field: 'reason', key: 'unified.error.not-newest' },
  'four-eyes': { field: 'sign', key: 'drafting.error.four-eyes-office' },
  'reason-required': { field: 'reason', key: 'unified.error.reason' }, 'nothing-corrected': { field: 'text', key: 'unified.error.nothing-corrected' },
};

export const sourceComplaints = {
  empty: 'import.error.empty', both: 'import.error.both', encoding: 'import.error.encoding', docx: 'import.error.docx', 'too-much': 'import.error.too-much', 'too-long': 'import.error.too-long', kind: 'import.error.kind',
} as const;
