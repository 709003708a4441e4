import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillSnippet, placeholders, unknownPlaceholders, type SnippetValues } from './fill-snippet.ts';

const values: SnippetValues = {
  numer: '12',
  jednostka: '§ 7 ust. 1',
  'imię i nazwisko autora': 'Jan {numer} Kos',
  tytuł: 'Plan $& miejscowy',
  gmina: 'Jurowice',
};

test('every place-holder is filled in, as often as it stands there', () => {
  const text = placeholders.map((name) => `{${name}} i {${name}}`).join('; ');
  const filled = fillSnippet(text, values);
  expect(filled).toEqual({
    ok: true,
    value: placeholders.map((name) => `${values[name]} i ${values[name]}`).join('; '),
  });
});

test('an unknown place-holder is refused and named, also one misspelt', () => {
  const text = 'Uwaga {numer}, {numerr}, { numer }, {}, {Numer} i znów {numerr}';
  expect(fillSnippet(text, values)).toEqual({
    ok: false,
    error: { code: 'unknown-placeholder', names: ['numerr', ' numer ', '', 'Numer'] },
  });
});

test('a bracket without its other half is a bracket, and a line does not run into the next', () => {
  expect(unknownPlaceholders('a { b } c')).toEqual([' b ']);
  expect(fillSnippet('a } b { c', values)).toEqual({ ok: true, value: 'a } b { c' });
  expect(unknownPlaceholders('a {\nb}')).toEqual([]);
});

test('no text without brackets is changed, and nothing unfilled is left', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      const filled = fillSnippet(text, values);
      if (!/[{}]/.test(text)) expect(filled).toEqual({ ok: true, value: text });
      if (!filled.ok) expect(filled.error.names.length).toBeGreaterThan(0);
    }),
  );
});
