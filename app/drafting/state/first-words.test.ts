import { expect, test } from 'vitest';
import { firstWords, lastWords } from './first-words.ts';

test('beginning and end of a text are cut at a word, and one without spaces all the same', () => {
  expect(firstWords('Projekt jest napisany zbyt trudnym językiem.', 20)).toBe('Projekt jest…');
  expect(lastWords('rozstrzygnięcia, którego dotyczą konsultacje;')).toBe('…którego dotyczą konsultacje;');
  expect(lastWords('krótkie;')).toBe('krótkie;');
  expect(lastWords(`${'x'.repeat(60)};`)).toBe(`…${'x'.repeat(39)};`);
});
