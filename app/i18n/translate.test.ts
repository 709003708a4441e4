import { expect, test } from 'vitest';
import { isMessageKey, translate, translator } from './translate.ts';

test('plural forms follow the language', () => {
  const forms = (locale: 'pl' | 'en', counts: number[]) =>
    counts.map((count) => translate(locale, 'error.too-short', { min: count }));
  expect(forms('pl', [1, 2, 5, 22, 112])).toEqual([
    'Wpisz co najmniej 1 znak.',
    'Wpisz co najmniej 2 znaki.',
    'Wpisz co najmniej 5 znaków.',
    'Wpisz co najmniej 22 znaki.',
    'Wpisz co najmniej 112 znaków.',
  ]);
  expect(new Set(forms('en', [1, 2]).map((text) => text.replace(/\d/, '#'))).size).toBe(2);
});

test('what is filled in stays as it is', () => {
  expect(translator('pl')('form.error-title', { title: '<b>{x} & 1 000' })).toBe('Błąd: <b>{x} & 1 000');
});

test('only keys of the catalogue are keys', () => {
  expect(isMessageKey('form.save')).toBe(true);
  for (const no of ['', 'form', 'toString', '__proto__', 'constructor']) expect(isMessageKey(no)).toBe(false);
});
