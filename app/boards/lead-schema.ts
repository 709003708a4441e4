import { z } from 'zod';
import { typedLine, typedText } from '#app/forms/typed-text.ts';
import { boardBounds } from './board.ts';

const intents = ['open', 'close', 'place', 'merge', 'part', 'group', 'rename', 'hide', 'show', 'attach'] as const;
const number = z.string().max(boardBounds.number).regex(/^\d*$/, 'error.invalid').default('');

/** Everything the page of who leads can send; each button sends its part. */
export const leadSchema = z.object({
  intent: z.enum(intents, 'error.choice'),
  phase: z.string().max(20).default(''),
  group: number,
  number,
  revision: number,
  from: number,
  to: number,
  name: typedLine({ max: boardBounds.group }).default(''),
  note: typedText({ max: boardBounds.groupNote }).default(''),
  reason: typedText({ max: boardBounds.reason }).default(''),
});

/** Numbers of the ticked cards, each once, in the order of the page. */
export function pickedCards(values: Readonly<Record<string, readonly string[]>>): number[] {
  return [...new Set((values.card ?? []).filter((each) => /^\d{1,6}$/.test(each)).map(Number))].slice(0, 500);
}
