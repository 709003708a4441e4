import { expect, test } from 'vitest';
import { localeOfParam, localeOfPath, pathInLocale } from './locale.ts';
import { paths } from './paths.ts';

test('Polish has no prefix, English has /en, any other word is no language', () => {
  expect([localeOfParam(undefined), localeOfParam('en'), localeOfParam('pl'), localeOfParam('enx')]).toEqual([
    'pl',
    'en',
    null,
    null,
  ]);
  expect([localeOfPath('/'), localeOfPath('/en'), localeOfPath('/en/gminy'), localeOfPath('/energia')]).toEqual([
    'pl',
    'en',
    'en',
    'pl',
  ]);
});

test('the same page in the other language and back', () => {
  for (const path of ['/', '/gminy', '/konsultacje/a/j/3', '/energia']) {
    expect(pathInLocale(pathInLocale(path, 'en'), 'pl')).toBe(path);
    expect(localeOfPath(pathInLocale(path, 'en'))).toBe('en');
    expect(pathInLocale(pathInLocale(path, 'en'), 'en')).toBe(pathInLocale(path, 'en'));
  }
  expect(pathInLocale('/', 'en')).toBe('/en');
});

test('addresses carry the language, encode what they hold and leave out empty questions', () => {
  expect(paths('pl').home()).toBe('/');
  expect(paths('en').home()).toBe('/en');
  expect(paths('en').clause('nowe-zasady', 12)).toBe('/en/konsultacje/nowe-zasady/j/12');
  expect(paths('pl').municipalities('Łódź & co')).toBe('/gminy?q=%C5%81%C3%B3d%C5%BA+%26+co');
  expect(paths('pl').municipalities()).toBe('/gminy');
  expect(paths('pl').methodology('a/b', '1')).toBe('/metodyka/a%2Fb/1');
});
