import { z } from 'zod';
import { cleanText } from '#app/amendments/clean-text.ts';
import { warsawInstant } from '#app/i18n/dates.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { EnterAdoptedResult } from './enter-adopted.server.ts';

export const adoptedSchema = z.object({
  sign: z.string().transform(cleanText).pipe(z.string().min(3).max(120)),
  adoptedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date').refine((day) => warsawInstant(day, '12:00') !== null, 'error.date'),
  text: z.string().default(''),
});

type Code = Extract<EnterAdoptedResult, { ok: false }>['error']['code'];

export const adoptedComplaints: Record<Code, { field: string; key: MessageKey }> = {
  'not-sent': { field: 'sign', key: 'unified.error.not-sent' }, entered: { field: 'sign', key: 'unified.error.adopted' },
  'too-early': { field: 'adoptedOn', key: 'unified.error.too-early' }, 'in-future': { field: 'adoptedOn', key: 'unified.error.in-future' },
};

export const sourceComplaints = {
  empty: 'import.error.empty', both: 'import.error.both', encoding: 'import.error.encoding', docx: 'import.error.docx', 'too-long': 'import.error.too-long', kind: 'import.error.kind',
} as const;
