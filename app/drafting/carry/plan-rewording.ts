import { withoutOwnMark } from '#app/text/parse/typed-mark.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { sameWords } from '../remarks/proposal.ts';
import { bringsMark } from '#app/record/covered/grounds.ts';
import type { Fit, OperationKind } from '../state/remark.ts';
import { addsTooMuch } from '../state/word-limits.ts';

/** An operation of an open amendment whose wording somebody is asked about. */
export type AskedOperation = {
  id: string;
  seq: number;
  op: OperationKind;
  clauseId: string;
  targetClauseId: string | null;
  fit: Fit;
  carriedAfter: string | null;
  carriedRest: string | null;
};

/** New words by `seq` of the operation; of a split `rest` is the second unit. */
export type NewWords = ReadonlyMap<number, { text: string; rest?: string }>;

type RewordingStep = {
  id: string;
  kind: 'confirmed' | 'rewritten';
  after: string | null;
  rest: string | null;
  revisionId: string;
};
export type RewordingError =
  | { code: 'not-asked' }
  | { code: 'text-required'; seq: number }
  | { code: 'nothing-changed'; seq: number }
  | { code: 'covered-words'; seq: number }
  | { code: 'too-much'; seq: number }
  | { code: 'clause-gone' };
export type RewordingPlan = { ok: true; steps: RewordingStep[] } | { ok: false; error: RewordingError };

/** Whether the words of an operation can be written anew: a deletion or a move has none. */
export function isRewordable({ op }: Pick<AskedOperation, 'op'>): boolean {
  return op !== 'delete' && op !== 'move' && op !== 'none';
}

/**
 * What an answer makes of all operations asked about, together: `words` null agrees to every adapted wording, which one in conflict
 * does not have. Otherwise each gets its new words; adapted words that come back as they are count as agreed to, and so does what
 * has no words. All or nothing: one that cannot be answered refuses the whole.
 */
export function planRewording(
  asked: readonly AskedOperation[],
  units: readonly { clauseId: string; revisionId: string; text: string; type?: UnitType }[],
  words: NewWords | null,
): RewordingPlan {
  const steps: RewordingStep[] = [];
  if (words !== null && !asked.some(isRewordable)) return { ok: false, error: { code: 'not-asked' } };
  for (const operation of asked) {
    const unit = units.find(({ clauseId }) => clauseId === operation.clauseId);
    const target = units.find(({ clauseId }) => clauseId === operation.targetClauseId);
    if (!unit || (operation.targetClauseId !== null && !target)) return { ok: false, error: { code: 'clause-gone' } };
    const step = stepOf(
      operation,
      { text: unit.text, type: unit.type ?? 'text', joined: operation.op === 'merge' ? target?.text : undefined },
      words?.get(operation.seq) ?? null,
      words === null,
    );
    if ('code' in step) return { ok: false, error: step };
    steps.push({ ...step, id: operation.id, revisionId: unit.revisionId });
  }
  return { ok: true, steps };
}

type Step = Pick<RewordingStep, 'kind' | 'after' | 'rest'>;

function stepOf(
  operation: AskedOperation,
  unit: { text: string; type: UnitType; joined: string | undefined },
  words: { text: string; rest?: string } | null,
  isConfirming: boolean,
): Step | RewordingError {
  const { seq, op, fit, carriedAfter, carriedRest } = operation;
  if (isConfirming || !isRewordable(operation))
    return fit === 'conflict' ? { code: 'not-asked' } : { kind: 'confirmed', after: carriedAfter, rest: carriedRest };
  const text = withoutOwnMark(words?.text ?? '', unit.type, op === 'insert-after' ? '' : unit.text).words;
  const rest = op === 'split' ? withoutOwnMark(words?.rest ?? '', unit.type).words : null;
  if (text === '' || rest === '') return { code: 'text-required', seq };
  if (fit === 'adapted' && sameWords(text, carriedAfter ?? '') && sameWords(rest ?? '', carriedRest ?? ''))
    return { kind: 'confirmed', after: carriedAfter, rest: carriedRest };
  if (addsTooMuch(op === 'insert-after' ? [] : [unit.text, unit.joined ?? ''], [text, rest ?? '']))
    return { code: 'too-much', seq };
  if (bringsMark([text, rest], op === 'insert-after' ? [] : [unit.text, unit.joined]))
    return { code: 'covered-words', seq };
  if (op === 'replace' && sameWords(text, unit.text)) return { code: 'nothing-changed', seq };
  return { kind: 'rewritten', after: text, rest };
}
