import type { OperationKind } from '../state/remark.ts';

export const markChoices = ['unit', 'keep', 'off'] as const;
type MarkChoice = (typeof markChoices)[number];

/** One change as a form gives it. Which of the fields count depends on `op`. */
export type OperationDraft = {
  op: OperationKind;
  /** Number of the clause in addresses, and the words of it that the form was filled in against. */
  code: number;
  base: string;
  /** Words inside the clause; empty for the whole of it. */
  quote: string;
  /** replace */
  text: string;
  /** insert-after */
  inserted: string;
  /** split: words of the first and of the second unit */
  first: string;
  rest: string;
  /** merge: the joined words, and the code of the unit taken in */
  joined: string;
  partner: number | null;
  /** move: code of the unit it goes after */
  target: number | null;
  /** What a mark of another kind at the beginning of the words is: part of them, to be left out, a unit of its own kind. */
  mark?: MarkChoice | undefined;
};

/** One point of a letter: without operations it is about the whole act or about `place`. */
export type PointDraft = { reason: string; place: string; operations: OperationDraft[] };

/** Marks at ends of neighbours that a form offered to mend beside the changes of a point, and those that were left chosen. */
export type PickedMarks = { shown: string[]; picked: string[] };

export type OperationField = keyof Omit<OperationDraft, 'code' | 'base' | 'mark'>;

/** Points of a letter and changes of a point; more are not a letter but an attack. */
export const filingLimits = { points: 20, operations: 20 } as const;
