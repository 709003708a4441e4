import { isUuid } from '#app/db/is-uuid.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { readTypedFields } from '#app/forms/typed-text.ts';
import { operationKinds, textLimits, type OperationKind } from '../state/remark.ts';
import { type FilingProblem } from './filing-draft.ts';
import {
  filingLimits,
  markChoices,
  type OperationDraft,
  type OperationField,
  type PickedMarks,
  type PointDraft,
} from './operation-draft.ts';

type Values = Readonly<Record<string, readonly string[]>>;
type FormError = { key: MessageKey; params?: Record<string, string | number> };
export type FormErrors = Record<string, FormError[]>;

/** What a button of the form asks for. Positions count from 0. */
export type FormIntent =
  /** Nothing: the form stays as it was typed. */
  | { do: 'keep' }
  /** Of every change; the positions say at which one the button stood. */
  | { do: 'preview'; point?: number; operation?: number }
  | { do: 'file' }
  /** The next part of the form: who signs, then all of it to be read once more. */
  | { do: 'person' }
  | { do: 'check' }
  | { do: 'add-point' }
  /** Leave out one of the chosen files. */
  | { do: 'drop-file'; file: number }
  | { do: 'add-change'; point: number; unit: string }
  | { do: 'drop-point'; point: number }
  | { do: 'drop-change'; point: number; operation: number };

export type FilingForm = {
  points: PointDraft[];
  marks: PickedMarks[];
  intent: FormIntent;
  refiles: number | null;
  errors: FormErrors;
};

/** A number and an id. */
const longestMark = 60;

/** Names of the form's fields. The first point and its first change have the bare names, the others are numbered. */
export const pointField = (point: number, field: 'reason' | 'place' | 'unit' | 'marks' | 'marks-shown') =>
  `${pointPrefix(point)}${field}`;
export const operationField = (point: number, operation: number, field: keyof OperationDraft) =>
  point === 0 && operation === 0 ? field : `${pointPrefix(point)}o${operation + 1}-${field}`;

const pointPrefix = (point: number) => (point === 0 ? '' : `p${point + 1}-`);

/** The field a complaint belongs to. */
function fieldOf(problem: FilingProblem): string {
  return problem.operation === null || problem.field === 'reason'
    ? pointField(problem.point, 'reason')
    : operationField(problem.point, problem.operation, problem.field);
}

export function errorsOf(problems: readonly FilingProblem[]): FormErrors {
  const errors: FormErrors = {};
  for (const problem of problems)
    errors[fieldOf(problem)] ??= [{ key: problem.key, ...(problem.params ? { params: problem.params } : {}) }];
  return errors;
}

/** Reads the blocks of the form as they were sent; what is too long is complained about. Null when a hidden field was tampered with. */
export function readFilingForm(values: Values): FilingForm | null {
  const errors: FormErrors = {};
  const points: PointDraft[] = [];
  const marks: PickedMarks[] = [];
  for (let point = 0; values[pointField(point, 'reason')] !== undefined && point < filingLimits.points; point += 1) {
    const operations: OperationDraft[] = [];
    for (let at = 0; values[operationField(point, at, 'code')] !== undefined && at < filingLimits.operations; at += 1) {
      const operation = readOperation(values, errors, point, at);
      if (!operation) return null;
      operations.push(operation);
    }
    const words = (field: 'reason' | 'place') =>
      readTypedFields(values, textLimits[field], errors)(pointField(point, field));
    const picked = (field: 'marks' | 'marks-shown') =>
      (values[pointField(point, field)] ?? [])
        .slice(0, filingLimits.operations)
        .map((each) => each.slice(0, longestMark));
    marks.push({ shown: picked('marks-shown'), picked: picked('marks') });
    points.push({ reason: words('reason'), place: words('place'), operations });
  }
  const intent = readIntent(values);
  if (points.length === 0 || !intent) return null;
  const refiles = Number(values.refiles?.[0] ?? '');
  return { points, marks, intent, refiles: Number.isSafeInteger(refiles) && refiles > 0 ? refiles : null, errors };
}

function readOperation(values: Values, errors: FormErrors, point: number, at: number): OperationDraft | null {
  const raw = (field: keyof OperationDraft) => values[operationField(point, at, field)]?.[0] ?? '';
  const words = (field: OperationField) =>
    readTypedFields(values, textLimits.whole, errors)(operationField(point, at, field));
  const [code, base] = [readCode(raw('code')), raw('base')];
  if (code === null || !isUuid(base)) return null;
  return {
    code,
    base,
    op: operationKinds.find((kind) => kind === raw('op')) ?? ('none' satisfies OperationKind),
    quote: words('quote'),
    text: words('text'),
    inserted: words('inserted'),
    first: words('first'),
    rest: words('rest'),
    joined: words('joined'),
    partner: readCode(raw('partner')),
    target: readCode(raw('target')),
    mark: markChoices.find((choice) => choice === raw('mark')),
  };
}

function readCode(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function readIntent(values: Values): FormIntent | null {
  const [word = '', first = '', second = ''] = (values.intent?.[0] ?? '').split(':');
  const [point, operation] = [Number(first), Number(second)];
  switch (word) {
    case 'preview':
      return first === '' ? { do: word } : { do: word, point, operation };
    case 'keep':
    case 'file':
    case 'person':
    case 'check':
    case 'add-point':
      return { do: word };
    case 'add-change':
      return { do: 'add-change', point, unit: values[pointField(point, 'unit')]?.[0] ?? '' };
    case 'drop-file':
      return { do: 'drop-file', file: point };
    case 'drop-point':
      return { do: 'drop-point', point };
    case 'drop-change':
      return { do: 'drop-change', point, operation };
    default:
      return null;
  }
}
