import { subtreeOf, type DraftUnit } from '#app/drafting/acts/draft.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import { plainChange } from '#app/text/diff/describe-change.ts';
import { diffText } from '#app/text/diff/diff-text.ts';
import { present } from '#app/text/diff/present.ts';
import type { OperationKind } from '../state/remark.ts';

export type ViewSpan = { op: 'keep' | 'insert' | 'delete'; text: string };
export type ChangeLine = { mark: string; depth: number; spans: ViewSpan[] };

/** A change as people read it: tracked changes, one plain sentence, and the same as was and is. */
export type ChangeView = {
  op: Exclude<OperationKind, 'none'>;
  citation: string;
  /** `whole`: the old words and the new ones stand one after the other. */
  form: 'inline' | 'whole';
  lines: ChangeLine[];
  sentence: string;
  was: string | null;
  is: string | null;
};

/** The other unit of a change: where a moved one goes, what a joined one takes in. */
type TargetUnit = { citation: string; mark: string; text: string };

type Step = {
  op: OperationKind;
  citation: string;
  mark: string;
  before: string;
  after: string | null;
  /** Words of the second unit of a split. */
  rest?: string | null;
  target?: TargetUnit | null;
  locale: Locale;
};

/** What a change is seen from; `below` are the units a deletion takes along. */
export type ChangeStep = Step & { below?: readonly DraftUnit[]; newMark?: string };

/** The change of one operation; null for a remark without wording. */
export function viewChange(step: ChangeStep): ChangeView | null {
  switch (step.op) {
    case 'none':
      return null;
    case 'replace':
      return viewReplacement({ ...step, after: step.after ?? '' });
    case 'insert-after':
      return viewInsertion({ ...step, after: step.after ?? '' });
    case 'delete':
      return viewDeletion(step, step.below ?? []);
    case 'move':
      return viewMove(step, step.below ?? []);
    case 'split':
      return viewSplit(step);
    case 'merge':
      return viewMerge(step);
  }
}

function viewMove({ citation, mark, before, target, locale }: Step, below: readonly DraftUnit[]): ChangeView {
  const [first, ...rest] = below;
  const kept = (text: string): ViewSpan[] => (text ? [{ op: 'keep', text }] : []);
  const lines = [{ mark: first?.label ?? mark, depth: 0, spans: kept(first ? wordsOf(first) : before) }];
  for (const unit of rest)
    lines.push({ mark: unit.label, depth: unit.depth - (first?.depth ?? 0), spans: kept(wordsOf(unit)) });
  const place = translator(locale)('register.plain.place', { citation: target?.citation ?? '' });
  return {
    op: 'move',
    citation,
    form: 'inline',
    lines,
    sentence: translator(locale)('register.plain.move', { citation, target: target?.citation ?? '' }),
    was: citation,
    is: place,
  };
}

function viewSplit({ citation, mark, before, after, rest, locale }: Step): ChangeView {
  const second = rest ?? '';
  const { form, spans } = present(diffText(before, after ?? ''));
  return {
    op: 'split',
    citation,
    form,
    lines: [
      { mark, depth: 0, spans: spans.map(({ op, text }) => ({ op, text })) },
      { mark: '', depth: 0, spans: [{ op: 'insert', text: second }] },
    ],
    sentence: translator(locale)('register.plain.split', { citation }),
    was: before,
    is: [after ?? '', second].join('\n'),
  };
}

function viewMerge({ citation, mark, before, after, target, locale }: Step): ChangeView {
  const { form, spans } = present(diffText(before, after ?? ''));
  const taken = target?.text ?? '';
  return {
    op: 'merge',
    citation,
    form,
    lines: [
      { mark, depth: 0, spans: spans.map(({ op, text }) => ({ op, text })) },
      { mark: target?.mark ?? '', depth: 0, spans: struck(taken) },
    ],
    sentence: translator(locale)('register.plain.merge', { citation, target: target?.citation ?? '' }),
    was: [before, taken].filter(Boolean).join('\n'),
    is: after,
  };
}

function viewReplacement({ citation, mark, before, after, locale }: Step & { after: string }): ChangeView {
  const { form, spans } = present(diffText(before, after));
  return {
    op: 'replace',
    citation,
    form,
    lines: [{ mark, depth: 0, spans: spans.map(({ op, text }) => ({ op, text })) }],
    sentence: plainChange(spans, locale),
    was: before,
    is: after,
  };
}

function viewInsertion({
  citation,
  after,
  locale,
  newMark = '',
}: Step & { after: string; newMark?: string }): ChangeView {
  const t = translator(locale);
  const sentence = newMark
    ? t('drafting.plain.insert-as', { citation, label: newMark.replace(/\.$/, '') })
    : t('drafting.plain.insert', { citation });
  return {
    op: 'insert-after',
    citation,
    form: 'inline',
    lines: [{ mark: newMark, depth: 0, spans: [{ op: 'insert', text: after }] }],
    sentence,
    was: null,
    is: after,
  };
}

function viewDeletion({ citation, mark, before, locale }: Step, below: readonly DraftUnit[]): ChangeView {
  const [first, ...rest] = below;
  const lines = [{ mark: first?.label ?? mark, depth: 0, spans: struck(first ? wordsOf(first) : before) }];
  for (const unit of rest)
    lines.push({ mark: unit.label, depth: unit.depth - (first?.depth ?? 0), spans: struck(wordsOf(unit)) });
  const was = [before, ...rest.map((unit) => `${unit.label} ${wordsOf(unit)}`.trim())].filter(Boolean).join('\n');
  return {
    op: 'delete',
    citation,
    form: 'inline',
    lines,
    sentence: translator(locale)('drafting.plain.delete', { citation, count: rest.length }),
    was,
    is: null,
  };
}

const struck = (text: string): ViewSpan[] => (text ? [{ op: 'delete', text }] : []);
const wordsOf = (unit: { heading: string; text: string }): string =>
  [unit.heading, unit.text].filter(Boolean).join(' ');

/** An operation against the text of `units`; falls back to the words the author saw where the clause is gone. */
export function operationStep(
  operation: {
    op: OperationKind;
    clauseId: string;
    before: string;
    after: string | null;
    rest?: string | null;
    targetClauseId?: string | null;
  },
  context: {
    units: readonly DraftUnit[];
    /** What a unit is called in the sentences. */
    nameOf: (clauseId: string) => string;
    locale: Locale;
    newMark?: string;
  },
): ChangeStep {
  const unit = context.units.find(({ clauseId }) => clauseId === operation.clauseId);
  const target = operation.targetClauseId
    ? context.units.find(({ clauseId }) => clauseId === operation.targetClauseId)
    : undefined;
  return {
    ...operation,
    target: target ? { citation: context.nameOf(target.clauseId), mark: target.label, text: target.text } : null,
    citation: context.nameOf(operation.clauseId),
    mark: unit?.label ?? '',
    locale: context.locale,
    below: unit ? subtreeOf(context.units, unit.clauseId) : [],
    ...(context.newMark ? { newMark: context.newMark } : {}),
  };
}

export const viewChanges = (steps: readonly ChangeStep[]): (ChangeView | null)[] => steps.map(viewChange);
