import { z } from 'zod';
import { AppError } from '#app/errors/app-error.ts';
import type { FormFailure } from '#app/forms/form.ts';
import { fieldsOf, type AnswerProblem, type Typed } from './answers.ts';
import { surveyBounds, type Definition } from './definition.ts';
import { knownFields } from './steps.ts';

/** As much as all answers together can be, and a little. */
const longestCarried = 400_000;

const carried = z.record(z.string().max(60), z.array(z.string().max(surveyBounds.long * 2)).max(surveyBounds.options));

export type SentStep = { page: number; version: number; once: string; code: string; typed: Record<string, string[]> };

/** Reads a page of a survey together with what the pages before brought along. A form that is none of ours is refused. */
export function readStep(definition: Definition, values: FormFailure['values']): SentStep {
  const one = (name: string) => values[name]?.[0] ?? '';
  const page = Number(one('page'));
  const shown = definition.pages[page];
  if (!/^\d{1,3}$/.test(one('page')) || !shown) throw new AppError('bad-request', 'no such page of the survey');
  const here = new Set(shown.questions.flatMap(fieldsOf));
  const before = Object.entries(carriedOf(one('so-far'))).filter(([name]) => !here.has(name));
  const typed: Typed = { ...Object.fromEntries(before), ...values };
  return {
    page,
    version: Number(/^\d{1,4}$/.exec(one('version'))?.[0] ?? 0),
    once: one('once'),
    code: one('code').slice(0, 40),
    typed: knownFields(definition, typed),
  };
}

function carriedOf(words: string): Record<string, string[]> {
  if (words === '') return {};
  if (words.length > longestCarried) throw new AppError('bad-request', 'carried answers are too long');
  try {
    return carried.parse(JSON.parse(words));
  } catch (cause) {
    throw new AppError('bad-request', 'carried answers are none of ours', { cause });
  }
}

/** Complaints as a form shows them, with everything that was typed. */
export function stepFailure(typed: Record<string, string[]>, problems: readonly AnswerProblem[]): FormFailure {
  const errors: FormFailure['errors'] = {};
  for (const { field, key, params } of problems) errors[field] ??= [params ? { key, params } : { key }];
  return { values: typed, errors };
}
