import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';
import { typedLine, typedText } from '#app/forms/typed-text.ts';

export type Snippet = { id: string; name: string; text: string; revision: number };

/** Texts of one municipality: more than anybody looks through. */
export const mostSnippets = 200;

export const snippetSchema = z.object({
  name: typedLine({ min: 1, max: bounds.snippetName }),
  text: typedText({ min: 1, max: bounds.snippetText }),
});

/** Which one is meant, as it was on the page. */
export const snippetMeant = z.object({
  snippet: z.uuid(),
  revision: z
    .string()
    .regex(/^\d{1,9}$/, 'error.invalid')
    .transform(Number),
});
