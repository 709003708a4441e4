import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';
import { dayOf, warsawEnd, warsawInstant } from '#app/i18n/dates.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { actKinds } from '../state/legal-term.ts';
import type { PublishError } from './publish-import.server.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date');
const hour = z.string().regex(/^\d{2}:\d{2}$/, 'publish.error.hour');

const accepted = z
  .string()
  .optional()
  .transform((value) => value === 'yes');

export const publishSchema = z.object({
  revision: z.coerce.number().int(),
  title: z.string().trim().min(3).max(bounds.consultationTitle),
  summary: z.string().trim().min(10).max(bounds.consultationSummary),
  opensOn: day,
  opensTime: hour,
  closesOn: day,
  closesTime: hour,
  answersOn: day,
  answersTime: hour,
  numbering: z.enum(['draft', 'adopted'], 'error.choice'),
  actKind: z.enum(actKinds, 'error.choice').default('other'),
  shortTerm: accepted,
  fourEyes: accepted,
});

type Terms = Pick<
  z.infer<typeof publishSchema>,
  'opensOn' | 'opensTime' | 'closesOn' | 'closesTime' | 'answersOn' | 'answersTime'
>;
type Errors = Record<string, { key: MessageKey }[]>;
export type Instants =
  | { ok: true; dates: { opensAt: Date; closesAt: Date; answersDueAt: Date } }
  | { ok: false; errors: Errors };

/** The three terms as instants; days and hours are civil time of Poland, and the last minute of a term belongs to it. */
export function instantsOf(terms: Terms): Instants {
  const opensAt = warsawInstant(terms.opensOn, terms.opensTime);
  const closesAt = warsawEnd(terms.closesOn, terms.closesTime);
  const answersDueAt = warsawEnd(terms.answersOn, terms.answersTime);
  if (opensAt && closesAt && answersDueAt) return { ok: true, dates: { opensAt, closesAt, answersDueAt } };
  const errors: Errors = {};
  if (!opensAt) errors.opensOn = [{ key: 'error.date' }];
  if (!closesAt) errors.closesOn = [{ key: 'error.date' }];
  if (!answersDueAt) errors.answersOn = [{ key: 'error.date' }];
  return { ok: false, errors };
}

/** A refusal of the use case at the field it is about. */
export function publishRefusal(code: PublishError['code']): Errors {
  if (code === 'closes-before-opens') return { closesOn: [{ key: 'publish.error.closes' }] };
  if (code === 'closes-in-past') return { closesOn: [{ key: 'publish.error.past' }] };
  if (code === 'answers-before-close') return { answersOn: [{ key: 'publish.error.answers' }] };
  if (code === 'term-short') return { closesOn: [{ key: 'terms.error.short' }] };
  if (code === 'needs-two') return { fourEyes: [{ key: 'deciding.error.needs-two' }] };
  if (code === 'changes-open') return { title: [{ key: 'publish.error.changes-open' }] };
  return code === 'no-units' ? { title: [{ key: 'publish.error.no-units' }] } : {};
}

export type SuggestedDates = { opensOn: string; closesOn: string; answersOn: string };

/** Usual terms: from today, 21 days for remarks, 30 more for the office. */
export function suggestedDates(now: Date): SuggestedDates {
  const after = (days: number) => dayOf(new Date(now.getTime() + days * 86_400_000));
  return { opensOn: after(0), closesOn: after(21), answersOn: after(51) };
}
