import { z } from 'zod';
import { typedLine, typedText } from '#app/forms/typed-text.ts';
import { surveyBounds, type Question, type Words } from './definition.ts';

type Place = { place: string; label: 'words' | 'help-short' | 'option' | 'row'; words: Words; max: number };

/** Every place of a question where words stand, by the names that a correction uses. */
export function wordingPlaces({ words, help, options, rows }: Question): Place[] {
  return [
    { place: 'words', label: 'words', words, max: surveyBounds.question },
    ...(help.pl ? [{ place: 'help', label: 'help-short' as const, words: help, max: surveyBounds.help }] : []),
    ...options.map((each) => ({
      place: each.id,
      label: 'option' as const,
      words: each.words,
      max: surveyBounds.option,
    })),
    ...rows.map((each) => ({
      place: `row-${each.id}`,
      label: 'row' as const,
      words: each.words,
      max: surveyBounds.option,
    })),
  ];
}

/** The form of a correction: the words of each place in both languages, and why. */
export function wordingSchema(question: Question) {
  return z.object({
    reason: typedText({ min: 1, max: surveyBounds.reason }),
    ...Object.fromEntries(
      wordingPlaces(question).flatMap(({ place, max }) => [
        [`${place}-pl`, typedLine({ min: 1, max })],
        [`${place}-en`, typedLine({ max })],
      ]),
    ),
  });
}

export function readWording(
  question: Question,
  typed: Record<string, unknown>,
): { reason: string; words: Record<string, Words> } {
  const of = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  return {
    reason: of('reason'),
    words: Object.fromEntries(
      wordingPlaces(question).map(({ place }) => [place, { pl: of(`${place}-pl`), en: of(`${place}-en`) }]),
    ),
  };
}
