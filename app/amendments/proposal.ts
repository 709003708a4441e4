import type { UnitType } from '#app/text/types.ts';
import { operationsFor, type OperationKind } from './remark.ts';

export type Proposed = { op: OperationKind; text: string; inserted: string; reason: string };

export type ProposalProblem = { field: 'op' | 'text' | 'inserted' | 'reason'; key: 'drafting.error.op' | 'drafting.error.text' | 'drafting.error.same' | 'drafting.error.inserted' | 'drafting.error.reason' | 'drafting.error.remark' };

/** The words a proposal asks for; null where it asks for none. */
export function proposedWords(proposed: Pick<Proposed, 'op' | 'text' | 'inserted'>): string | null {
  if (proposed.op === 'replace') return proposed.text;
  return proposed.op === 'insert-after' ? proposed.inserted : null;
}

/** What is wrong with a proposal against the words as they stand, first things first; empty when it can be filed. */
export function proposalProblems(proposed: Proposed, unit: { type: UnitType; text: string }, step: 'preview' | 'file'): ProposalProblem[] {
  const problems: ProposalProblem[] = [];
  if (proposed.op !== 'none' && !operationsFor(unit).includes(proposed.op)) return [{ field: 'op', key: 'drafting.error.op' }];
  if (proposed.op === 'replace' && proposed.text === '') problems.push({ field: 'text', key: 'drafting.error.text' });
  else if (proposed.op === 'replace' && sameWords(proposed.text, unit.text)) problems.push({ field: 'text', key: 'drafting.error.same' });
  if (proposed.op === 'insert-after' && proposed.inserted === '') problems.push({ field: 'inserted', key: 'drafting.error.inserted' });
  if (step === 'file' && proposed.reason === '') {
    problems.push({ field: 'reason', key: proposed.op === 'none' ? 'drafting.error.remark' : 'drafting.error.reason' });
  }
  return problems;
}

/** Blanks apart, the same words: a browser may have turned a no-break space into a plain one. */
export function sameWords(a: string, b: string): boolean {
  const flat = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return flat(a) === flat(b);
}
