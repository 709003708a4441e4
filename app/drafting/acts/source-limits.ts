import { TextLimitError } from '#app/text/tree/limits.ts';
import { requireSourceWithinLimits } from '#app/text/parse/source-limits.ts';
import { splitLines } from '#app/text/parse/lines.ts';

export type SourceProblem = 'empty' | 'too-long' | 'encoding';

/** Why a text cannot be read in; null when it can. Characters that no text has would be refused by the database. */
export function sourceProblem(source: string): SourceProblem | null {
  try {
    requireSourceWithinLimits(source);
    if (source.trim() === '') return 'empty';
    if (source.includes('\u0000')) return 'encoding';
    splitLines(source);
    return null;
  } catch (error) {
    if (error instanceof TextLimitError) return 'too-long';
    throw error;
  }
}
