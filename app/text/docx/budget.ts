import { MAX_SOURCE_CHARS } from '../parse/source-limits.ts';
import { DOCX_LIMITS, DocxError } from './zip.ts';

/** What has been read so far: characters, and elements looked at. A note that is referred to often is read as often. */
export type Budget = { characters: number; steps: number };

/** Several times what the elements of a whole document are. */
const MAX_STEPS = 4 * DOCX_LIMITS.elements;

/** Counts what is read. Throws DocxError over the bounds: few bytes may stand for many words. */
export function spend(budget: Budget, { characters = 0, steps = 0 }: Partial<Budget>): void {
  budget.characters += characters;
  budget.steps += steps;
  if (budget.characters > MAX_SOURCE_CHARS)
    throw new DocxError(`the document holds more than ${MAX_SOURCE_CHARS} characters`, 'too-big');
  if (budget.steps > MAX_STEPS)
    throw new DocxError(`reading the document takes more than ${MAX_STEPS} steps`, 'too-big');
}
