import type { plSurveys } from '../pl/surveys.ts';

export const enSurveys: Record<keyof typeof plSurveys, string> = {
  'survey.error.required': 'This question needs an answer.',
  'survey.error.one': 'Choose one answer.',
  'survey.error.forged': 'This question has no such answer.',
  'survey.error.most': 'Choose at most {most, plural, one {# answer} other {# answers}}; you have chosen {count}.',
  'survey.error.least': 'Choose at least {least, plural, one {# answer} other {# answers}}; you have chosen {count}.',
  'survey.error.number': 'Enter a number in digits, for example 12 or 2.5.',
  'survey.error.range': 'Enter a number from {from} to {to}.',
  'survey.error.rank': 'Enter a number from 1 to {size} beside each item, or leave all of them empty.',
  'survey.error.rank-twice': 'The number {place} stands beside two items.',
  'survey.error.row': 'Choose an answer in every row.',
  'survey.error.hidden': 'This question is not asked with such answers. Go back to it and remove the answer.',
  'survey.figure.question': 'question {no}: {question}',
  'survey.figure.share': '{share} ({count} of {base})',
  'survey.figure.median': 'median {median} (answers: {count})',
  'survey.figure.rank': 'mean place {mean} (answers: {count})',
};
