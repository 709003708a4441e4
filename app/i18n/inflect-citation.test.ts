import { expect, test } from 'vitest';
import { ordinal } from '#app/text/tree/letters.ts';
import { cases, citeTogether, inflectCitation } from './inflect-citation.ts';
import { translate } from './translate.ts';

test('every unit is cited in every case', () => {
  const all = (citation: string) => cases.map((each) => inflectCitation(citation, each));
  expect(all('dział II')).toEqual(['działu II', 'działowi II', 'dział II', 'działem II', 'dziale II']);
  expect(all('rozdział 1')).toEqual(['rozdziału 1', 'rozdziałowi 1', 'rozdział 1', 'rozdziałem 1', 'rozdziale 1']);
  expect(all('oddział 3')).toEqual(['oddziału 3', 'oddziałowi 3', 'oddział 3', 'oddziałem 3', 'oddziale 3']);
  expect(all('załącznik nr 1 § 3 ust. 2 tiret trzecie')).toEqual([
    'załącznika nr 1 § 3 ust. 2 tiret trzeciego',
    'załącznikowi nr 1 § 3 ust. 2 tiret trzeciemu',
    'załącznik nr 1 § 3 ust. 2 tiret trzecie',
    'załącznikiem nr 1 § 3 ust. 2 tiret trzecim',
    'załączniku nr 1 § 3 ust. 2 tiret trzecim',
  ]);
  expect(all('pkt 1 podwójne tiret dwudzieste pierwsze')).toEqual([
    'pkt 1 podwójnego tiret dwudziestego pierwszego',
    'pkt 1 podwójnemu tiret dwudziestemu pierwszemu',
    'pkt 1 podwójne tiret dwudzieste pierwsze',
    'pkt 1 podwójnym tiret dwudziestym pierwszym',
    'pkt 1 podwójnym tiret dwudziestym pierwszym',
  ]);
  expect(all('§ 4 część wspólna')).toEqual([
    '§ 4 części wspólnej',
    '§ 4 części wspólnej',
    '§ 4 część wspólną',
    '§ 4 częścią wspólną',
    '§ 4 części wspólnej',
  ]);
  for (const unchanged of ['§ 7 ust. 1 pkt 2 lit. a', 'art. 5a', 'podział', 'rozdziałki', ''])
    expect(new Set(all(unchanged))).toEqual(new Set([unchanged]));
});

test('no tiret of a real list keeps its first case', () => {
  for (let n = 1; n <= 99; n += 1) {
    const words = inflectCitation(`tiret ${ordinal(n)}`, 'loc')
      .split(' ')
      .slice(1);
    expect([n, words.every((word) => /[yi]m$/.test(word))]).toEqual([n, true]);
  }
});

test('a message asks for the case it needs, and English leaves a citation as it is', () => {
  expect(translate('pl', 'word.amendment', { citation: 'rozdział 1' })).toBe('Poprawka do rozdziału 1');
  expect(translate('en', 'word.amendment', { citation: 'rozdział 1' })).toContain('rozdział 1');
  expect(translate('pl', 'textwork.note.merge', { target: 'rozdział 1', citation: 'tiret drugie' })).toBe(
    'połączono rozdział 1 z tiret drugim',
  );
});

test('citations of the same kind are said together, and in the case that is asked for', () => {
  expect(citeTogether([])).toBe('');
  expect(citeTogether(['§ 3'])).toBe('§ 3');
  expect(citeTogether(['§ 3', '§ 4', '§ 3'])).toBe('§ 3 i 4');
  expect(citeTogether(['§ 5 ust. 1', '§ 5 ust. 2', '§ 5 ust. 3', '§ 5 ust. 7'])).toBe('§ 5 ust. 1–3 i 7');
  expect(citeTogether(['§ 2', '§ 4', '§ 5', '§ 5a'])).toBe('§ 2, 4, 5 i 5a');
  expect(citeTogether(['§ 7 pkt 2 lit. a', '§ 7 pkt 2 lit. b', '§ 8'])).toBe('§ 7 pkt 2 lit. a i b, § 8');
  expect(citeTogether(['§ 4 (dziś § 3)', '§ 2 (dziś § 1)'])).toBe('§ 4 (dziś § 3), § 2 (dziś § 1)');
  expect(citeTogether(['rozdział 1', 'rozdział 2'])).toBe('rozdziały 1 i 2');
  expect(citeTogether(['załącznik nr 1', 'załącznik nr 2'])).toBe('załączniki nr 1 i 2');
  expect(inflectCitation('rozdziały 1 i 2', 'gen')).toBe('rozdziałów 1 i 2');
  expect(inflectCitation('załączniki nr 1 i 2', 'loc')).toBe('załącznikach nr 1 i 2');
});
