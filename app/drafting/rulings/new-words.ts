import type { FormFailure } from '#app/forms/form.ts';
import { readTypedFields } from '#app/forms/typed-text.ts';
import { textLimits } from '../state/remark.ts';
import type { NewWords } from '../carry/plan-rewording.ts';

/** New words by operation from fields `text-1`, `rest-1`, …; the complaints are about fields that are too long. */
export function readNewWords(values: FormFailure['values']): { words: NewWords; errors: FormFailure['errors'] } {
  const words = new Map<number, { text: string; rest?: string }>();
  const errors: FormFailure['errors'] = {};
  const typed = readTypedFields(values, textLimits.whole, errors);
  for (const name of Object.keys(values)) {
    const seq = /^text-([1-9]\d?)$/.exec(name)?.[1];
    if (seq)
      words.set(Number(seq), {
        text: typed(name),
        ...(values[`rest-${seq}`]?.[0] === undefined ? {} : { rest: typed(`rest-${seq}`) }),
      });
  }
  return { words, errors };
}
