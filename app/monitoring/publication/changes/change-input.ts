import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';
import { GROUNDS } from '../../cards/withdrawal.ts';
import { MIN_REASON } from './order.ts';

/** What the form of a withdrawal sends. */
export const withdrawalSchema = z.object({
  issue: z.coerce.number().int().min(1),
  /** A code, or "wszystko" for the whole edition. */
  what: z.string('publication.withdraw.error.what').regex(/^(wszystko|\d{7})$/, 'publication.withdraw.error.what'),
  ground: z.enum(GROUNDS, 'error.choice'),
  reason: z.string().trim().min(MIN_REASON).max(bounds.correctionReason),
});

/** Name of the field of the reason of a refusal: several changes stand on one page. */
export const noteField = (id: string) => `note-${id}`;

/** What the buttons of a change send. */
export const decisionSchema = z.object({ intent: z.enum(['approve', 'decline', 'cancel'], 'error.choice') });

export const noteSchema = (id: string) =>
  z.object({ [noteField(id)]: z.string().trim().max(bounds.correctionReason).optional() });
