import { composed } from '#app/text/tree/compose.ts';
import type { OperationKind } from '../state/remark.ts';

/** A proposal of one change to one clause, as short forms give it. */
export type Proposed = {
  op: Extract<OperationKind, 'replace' | 'insert-after' | 'delete' | 'none'>;
  text: string;
  inserted: string;
  reason: string;
};

/** Blanks apart, the same words: a browser may have turned a no-break space into a plain one. */
export function sameWords(a: string, b: string): boolean {
  const flat = (text: string) => composed(text).replace(/\s+/g, ' ').trim();
  return flat(a) === flat(b);
}
