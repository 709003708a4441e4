import type { FormFailure } from '#app/http/form.ts';
import { cleanText } from '../clean-text.ts';
import { textLimits } from '../remark.ts';
import type { NewWords } from './plan-rewording.ts';

/** New words by operation from fields `text-1`, `rest-1`, …; the complaints are about fields that are too long. */
export function readNewWords(values: FormFailure['values']): { words: NewWords; errors: FormFailure['errors'] } {
  const words = new Map<number, { text: string; rest?: string }>();
  const errors: FormFailure['errors'] = {};
  for (const [name, [typed = '']] of Object.entries(values)) {
    const seq = /^text-([1-9]\d?)$/.exec(name)?.[1];
    if (!seq) continue;
    const text = cleanText(typed);
    const rest = values[`rest-${seq}`]?.[0];
    if (text.length > textLimits.wording) errors[name] = [{ key: 'error.too-long', params: { max: textLimits.wording } }];
    words.set(Number(seq), { text, ...(rest === undefined ? {} : { rest: cleanText(rest) }) });
  }
  return { words, errors };
}
