import { fieldFailure, type FormFailure } from '#app/forms/form.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { AddCommentError } from './add-comment.server.ts';

type Refused = Exclude<AddCommentError, { code: 'not-verified' | 'too-many' }>;

const keys: Record<Exclude<Refused['code'], 'quote-twice'>, MessageKey> = {
  quote: 'textwork.error.quote',
  closed: 'drafting.error.closed',
  'clause-gone': 'drafting.error.clause-gone',
  withdrawn: 'textwork.error.withdrawn',
  parent: 'drafting.error.parent',
  name: 'error.name-of-office',
};

/** The form again, with why the comment was not added beside the field it is about. */
export function commentFailure(values: FormFailure['values'], error: Refused): FormFailure {
  if (error.code === 'quote-twice') {
    const phrases = error.phrases.map((phrase) => `„${phrase}”`).join(', ');
    return fieldFailure(values, 'quote', 'textwork.error.quote-twice', { phrases });
  }
  return fieldFailure(values, error.code === 'quote' ? 'quote' : 'body', keys[error.code]);
}
