import { readMarks } from '../acts/neighbour-marks.ts';
import { marksAsFinals } from './end-marks-of-ruling.ts';
import type { FormFailure } from '#app/forms/form.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { problemKeys } from '#app/drafting/acts/problem-words.ts';
import { readTypedFields } from '#app/forms/typed-text.ts';
import { textLimits } from '../state/remark.ts';
import type { DecideError } from './decide-remark.server.ts';
import type { SaveDraftError } from './save-draft.server.ts';
import type { FinalText } from './ruling-plan.ts';

/** Other words by operation from fields `final-1`, `anchor-1`, …; the complaints are about fields that are too long. */
export function readFinals(values: FormFailure['values']): {
  finals: Map<number, FinalText>;
  errors: FormFailure['errors'];
} {
  const read = readWords(values, /^final-([1-9]\d?)$/, (finals: Map<number, FinalText>, [seq = ''], final) => {
    finals.set(Number(seq), final);
  });
  for (const [place, mark] of marksAsFinals(readMarks(values, values.decision?.[0] ?? '') ?? []))
    read.finals.set(place, mark);
  return read;
}

/** The same for several remarks, from fields `final-12-1`, `anchor-12-1`, … of remark 12. */
export function readManyFinals(values: FormFailure['values']): {
  finals: Map<number, Map<number, FinalText>>;
  errors: FormFailure['errors'];
} {
  return readWords(
    values,
    /^final-([1-9]\d{0,8})-([1-9]\d?)$/,
    (finals: Map<number, Map<number, FinalText>>, [number = '', seq = ''], final) => {
      const own = finals.get(Number(number)) ?? new Map<number, FinalText>();
      finals.set(Number(number), own.set(Number(seq), final));
    },
  );
}

function readWords<Words>(
  values: FormFailure['values'],
  pattern: RegExp,
  put: (finals: Map<number, Words>, place: string[], final: FinalText) => void,
): { finals: Map<number, Words>; errors: FormFailure['errors'] } {
  const finals = new Map<number, Words>();
  const errors: FormFailure['errors'] = {};
  const typed = readTypedFields(values, textLimits.whole, errors);
  for (const name of Object.keys(values)) {
    const match = pattern.exec(name);
    if (!match) continue;
    const of = name.slice('final-'.length);
    const rest = typed(`rest-${of}`);
    put(finals, match.slice(1), {
      text: typed(name),
      anchorId: values[`anchor-${of}`]?.[0] || null,
      ...(rest === '' ? {} : { rest }),
    });
  }
  return { finals, errors };
}

/** Field and complaint for a refusal that can be put right in the form. */
export function complaintOf(error: DecideError | SaveDraftError): { field: string; key: MessageKey } {
  switch (error.code) {
    case 'reason-required':
      return { field: 'reason', key: 'drafting.error.ruling-reason' };
    case 'conflict-as-is':
      return { field: 'decision', key: 'drafting.error.conflict-as-is' };
    case 'covered-words':
      return { field: 'decision', key: 'redaction.error.accept' };
    case 'final-required':
      return { field: `final-${error.seq}`, key: 'drafting.error.final' };
    case 'anchor-required':
      return { field: `anchor-${error.seq}`, key: 'drafting.error.anchor' };
    case 'nothing-changes':
      return { field: 'final-1', key: 'drafting.error.final-same' };
    case 'change-impossible':
      return { field: 'decision', key: problemKeys[error.problem.code] };
    case 'not-possible':
      return { field: 'decision', key: 'drafting.error.decision' };
    case 'four-eyes':
      return { field: 'decision', key: 'deciding.error.four-eyes' };
    case 'basket-full':
      return { field: 'decision', key: 'basket.error.full' };
    case 'collected':
      return { field: 'decision', key: 'basket.error.collected' };
    case 'draft-moved':
      return { field: 'decision', key: 'deciding.error.draft-moved' };
    case 'decided':
    case 'withdrawn':
    case 'moved':
      return { field: 'decision', key: 'drafting.ruling.moved-text' };
  }
}
