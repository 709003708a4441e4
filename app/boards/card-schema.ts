import { z } from 'zod';
import { typedLine, typedText } from '#app/forms/typed-text.ts';
import { boardBounds, cardKinds, pointsOfView, type CardKind, type PointOfView } from './board.ts';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const numberOrNone = z.string().max(boardBounds.number).regex(/^\d*$/, 'error.choice');

/** The form of one card. */
export const cardSchema = z.object({
  once: z.string().max(36).regex(uuid, 'error.invalid').or(z.literal('')),
  kind: z.enum(cardKinds, 'error.choice'),
  view: z.enum(pointsOfView, 'error.choice'),
  text: typedText({ min: 3, max: boardBounds.card }),
  signature: typedLine({ max: boardBounds.signature }),
  answers: numberOrNone,
  uses: numberOrNone,
});

/** A number out of a field; null when it is empty. */
export const numberOf = (typed: string): number | null => (/^\d{1,6}$/.test(typed) ? Number(typed) : null);

/** Kinds and points of view as they are typed in a row, by their first letters and numbers. */
const slipKinds: Record<string, CardKind> = { p: 'need', z: 'resource', r: 'obstacle', o: 'answer' };

export const kindOfKey = (typed: string): CardKind | null => slipKinds[typed.trim().toLowerCase().slice(0, 1)] ?? null;
export const keyOfKind = (kind: CardKind): string =>
  Object.entries(slipKinds).find(([, each]) => each === kind)?.[0] ?? '';
export const viewOfKey = (typed: string): PointOfView | null =>
  pointsOfView[Number(typed.trim().slice(0, 1)) - 1] ?? null;
export const keyOfView = (view: PointOfView): string => String(pointsOfView.indexOf(view) + 1);

/** The form of a paper slip. */
export const slipSchema = z.object({
  once: z.string().max(36).regex(uuid, 'error.invalid').or(z.literal('')),
  kind: z.string().max(12),
  view: z.string().max(12),
  text: typedText({ min: 3, max: boardBounds.card }),
  slip: z.string().max(boardBounds.slip).regex(/^\d*$/, 'error.invalid'),
});
