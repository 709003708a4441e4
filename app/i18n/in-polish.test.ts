import { expect, test } from 'vitest';
import { plainChange } from '#app/text/diff/describe-change.ts';
import { inPolish, polishParts, quotedParts, unmarked } from './in-polish.ts';

test('a sentence is cut at the words that people wrote', () => {
  const sentence = `Reason: ${inPolish('bo tak')} (${inPolish('Koło')})`;
  expect(polishParts(sentence)).toEqual(['Reason: ', 'bo tak', ' (', 'Koło', ')']);
  expect(unmarked(sentence)).toBe('Reason: bo tak (Koło)');
  expect(polishParts(`No reason${inPolish('')}.`)).toEqual(['No reason.']);
});

test('a change is told with the words of the act apart, quotations within them and a cut sentence too', () => {
  const told = plainChange(
    [
      { op: 'keep', text: 'Termin „zwykły” trwa ' },
      { op: 'delete', text: '14 dni' },
      { op: 'insert', text: 'do „dnia” sesji' },
    ],
    'en',
  );
  expect(told).toBe('Changes “14 dni” to “do „dnia” sesji”.');
  expect(quotedParts(told)).toEqual(['Changes “', '14 dni', '” to “', 'do „dnia” sesji', '”.']);
  expect(quotedParts('Adds “trzy dni…')).toEqual(['Adds “', 'trzy dni…', '']);
  expect(quotedParts('Moves § 3.')).toEqual(['Moves § 3.']);
});
