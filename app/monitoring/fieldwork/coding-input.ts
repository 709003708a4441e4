import { z } from 'zod';
import type { FormProblem } from '#app/components/form.tsx';
import { bounds } from '#app/forms/bounds.ts';
import { ANSWER_STATES, type AnswerState } from '../scoring/model.ts';

/** What the coding form sends, apart from its rows of evidence. `answer` is a level's number or a state without a level. */
export const codingSchema = z.object({
  answer: z
    .string('monitoring.error.answer')
    .regex(/^(-?\d+|withheld|not_applicable|not_assessed)$/, 'monitoring.error.answer'),
  reason: z.string().trim().max(bounds.codingReason),
  requestedOn: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'error.date'),
  revision: z.coerce.number().int().min(0),
  /** Names one sending of a form from a device that may send it twice. */
  key: z.string().max(64).optional(),
  do: z
    .enum(['next', 'stay', 'more'])
    .catch('stay')
    .or(z.string().regex(/^remove-\d{1,2}$/)),
});

export type CodingValues = z.infer<typeof codingSchema>;

export type EvidenceRow = {
  url: string;
  place: string;
  note: string;
  /** SHA-256 of the uploaded capture, hex. */
  hash?: string | null;
  /** Set by the program alone, for what it recorded itself. */
  isPlatform?: boolean;
};
export type RowComplaint = {
  field: string;
  key: 'fieldwork.evidence.needs-one' | 'error.url' | 'error.too-long';
  max?: number;
};

/** More rows than any indicator asks for; a bound, so that a form cannot grow without end. */
export const MAX_EVIDENCE = 40;

const limits = { url: bounds.evidenceUrl, place: bounds.evidencePlace, note: bounds.evidenceNote } as const;
const fields = ['url', 'place', 'note'] as const;

/** The rows typed into the form, in order and with empty ones kept: `url-0`, `place-0`, `note-0`, `url-1`… */
export function evidenceRows(values: Record<string, string[]>): EvidenceRow[] {
  const numbers = Object.keys(values).flatMap((name) => /^(?:url|place|note|hash)-(\d{1,2})$/.exec(name)?.[1] ?? []);
  const count = Math.min(MAX_EVIDENCE, Math.max(-1, ...numbers.map(Number)) + 1);
  return Array.from({ length: count }, (_, row) => {
    const read = (field: string) => values[`${field}-${row}`]?.[0]?.trim() ?? '';
    const hash = read('hash');
    const isKept = /^[0-9a-f]{64}$/.test(hash) && read('drop') === '';
    return { url: read('url'), place: read('place'), note: read('note'), ...(isKept ? { hash } : {}) };
  });
}

/** Row of the form → names of its fields with what was typed, to show the form again. */
export function rowValues(rows: readonly EvidenceRow[]): Record<string, string[]> {
  return Object.fromEntries(
    rows.flatMap((row, at) => [
      ...fields.map((field): [string, string[]] => [`${field}-${at}`, [row[field]]]),
      ...(row.hash ? [[`hash-${at}`, [row.hash]] as [string, string[]]] : []),
    ]),
  );
}

export function isEmptyRow(row: EvidenceRow): boolean {
  return row.url === '' && row.place === '' && row.note === '' && !row.hash;
}

/** What is wrong with each row that is not empty; an empty list when all are fine. */
export function rowComplaints(rows: readonly EvidenceRow[]): RowComplaint[] {
  return rows.flatMap((row, at): RowComplaint[] => {
    if (isEmptyRow(row)) return [];
    const long = fields.filter((field) => row[field].length > limits[field]);
    if (long.length > 0)
      return long.map((field) => ({ field: `${field}-${at}`, key: 'error.too-long', max: limits[field] }));
    if (row.url === '' && !row.hash) return [{ field: `url-${at}`, key: 'fieldwork.evidence.needs-one' }];
    if (row.url !== '' && !isWebAddress(row.url)) return [{ field: `url-${at}`, key: 'error.url' }];
    return [];
  });
}

/** The same by field, as a form shows it. */
export function rowErrors(rows: readonly EvidenceRow[]): FormProblem['errors'] {
  return Object.fromEntries(
    rowComplaints(rows).map(({ field, key, max }) => [field, [max === undefined ? { key } : { key, params: { max } }]]),
  );
}

/** Only addresses a reader can open; „javascript:" and the like would be a trap on a public page. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/\s/.test(text);
}

/** The two halves of `answer`: "2" is a level, "withheld" a state without one. */
export function toStateAndLevel(answer: string): { state: AnswerState; level: number | null } {
  const state = ANSWER_STATES.find((known) => known === answer && known !== 'scored');
  return state ? { state, level: null } : { state: 'scored', level: Number(answer) };
}

export function toAnswerField(coding: { state: string; level: number | null }): string {
  return coding.state === 'scored' ? String(coding.level ?? '') : coding.state;
}
