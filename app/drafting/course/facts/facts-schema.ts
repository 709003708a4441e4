import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';
import { typedText } from '#app/forms/typed-text.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { actKinds } from '../../state/legal-term.ts';

/** Read as at publication, so that the words that were published can be sent back as they are. */
export const factsSchema = z.object({
  title: z.string().trim().min(3).max(bounds.consultationTitle),
  summary: z.string().trim().min(10).max(bounds.consultationSummary),
  actKind: z.enum(actKinds, 'error.choice'),
  actBasis: typedText({ max: bounds.legalBasis }).default(''),
  factsReason: typedText({ max: bounds.termsReason }).default(''),
  shownTitle: z.string().max(bounds.consultationTitle),
  shownSummary: z.string().max(bounds.consultationSummary),
  shownBasis: z.string().max(bounds.legalBasis),
  shownKind: z.enum(actKinds, 'error.choice'),
});

export const factsComplaints = {
  moved: 'facts.error.moved',
  'nothing-changed': 'facts.error.nothing',
  'text-closed': 'facts.error.text-closed',
  'reason-required': 'drafting.error.ruling-reason',
} as const satisfies Record<string, MessageKey>;
