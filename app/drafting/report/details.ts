import { z } from 'zod';
import { typedText } from '#app/forms/typed-text.ts';
import type { MessageKey } from '#app/i18n/translate.ts';

/** What the office adds to the report by hand, in the order of the form; each with the characters it may have. */
export const detailFields = {
  legalBasis: 2000,
  order: 500,
  conductedBy: 300,
  aim: 2000,
  announcement: 2000,
  forms: 2000,
  pageVisits: 9,
  nextSteps: 4000,
  preparedBy: 300,
  approvedBy: 300,
} as const;
export type DetailField = keyof typeof detailFields;
export const detailNames = Object.keys(detailFields) as DetailField[];

export type ReportDetails = Record<DetailField, string>;

/** Without these a report does not say what it has to. */
export const requiredDetails = ['legalBasis', 'aim', 'nextSteps', 'preparedBy'] as const satisfies DetailField[];

export const detailKeys = {
  legalBasis: 'report.detail.legalBasis',
  order: 'report.detail.order',
  conductedBy: 'report.detail.conductedBy',
  aim: 'report.detail.aim',
  announcement: 'report.detail.announcement',
  forms: 'report.detail.forms',
  pageVisits: 'report.detail.pageVisits',
  nextSteps: 'report.detail.nextSteps',
  preparedBy: 'report.detail.preparedBy',
  approvedBy: 'report.detail.approvedBy',
} as const satisfies Record<DetailField, MessageKey>;

const words = (max: number) => typedText({ max });

export const detailsSchema = z.object({
  revision: z
    .string()
    .regex(/^\d{1,9}$/, 'error.invalid')
    .transform(Number),
  legalBasis: words(detailFields.legalBasis),
  order: words(detailFields.order),
  conductedBy: words(detailFields.conductedBy),
  aim: words(detailFields.aim),
  announcement: words(detailFields.announcement),
  forms: words(detailFields.forms),
  nextSteps: words(detailFields.nextSteps),
  preparedBy: words(detailFields.preparedBy),
  approvedBy: words(detailFields.approvedBy),
  pageVisits: z
    .string()
    .trim()
    .max(detailFields.pageVisits)
    .regex(/^\d{0,9}$/, 'report.error.visits'),
});

const stored = z.partialRecord(z.enum(detailNames as [DetailField, ...DetailField[]]), z.string());

/** Details as they are stored; what was never entered is ''. */
export function readDetails(json: unknown): ReportDetails {
  const found = stored.safeParse(json ?? {});
  return Object.fromEntries(
    detailNames.map((name) => [name, found.success ? (found.data[name] ?? '') : '']),
  ) as ReportDetails;
}
