import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterText, beforeText, diffText } from './diff.ts';
import { anyText, RUNS, textWithVersions } from '../fixtures/arbitraries.ts';
import { present } from './present.ts';

const shown = (before: string, after: string): string =>
  present(diffText(before, after))
    .spans.map(({ op, text }) => (op === 'keep' ? text : op === 'delete' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

test('changes less than three kept words apart are shown as one, deletion first', () => {
  expect(
    shown(
      'na podstawie art. 18 ust. 2 pkt 15 ustawy o samorządzie gminnym',
      'na podstawie art. 18 ust. 3 pkt 16 ustawy o samorządzie gminnym',
    ),
  ).toBe('na podstawie art. 18 ust. [-2 pkt 15-]{+3 pkt 16+} ustawy o samorządzie gminnym');
});

test('changes three kept words apart stay apart', () => {
  expect(
    shown(
      'jeden raz w ciągu roku oraz dwa razy w ciągu pięciu lat',
      'dwa razy w ciągu roku oraz trzy razy w ciągu pięciu lat',
    ),
  ).toBe('[-jeden raz-]{+dwa razy+} w ciągu roku oraz [-dwa-]{+trzy+} razy w ciągu pięciu lat');
});

test('two insertions around a kept word are not turned into a deletion', () => {
  expect(
    shown(
      'uczniom przysługuje stypendium roczne na naukę',
      'zdolnym uczniom przysługuje stypendium szkolne roczne na naukę',
    ),
  ).toBe('{+zdolnym +}uczniom przysługuje stypendium {+szkolne +}roczne na naukę');
});

test('changes in two sentences are never joined', () => {
  expect(
    shown(
      'Wstęp jest wolny dla uczniów. Dzieci mają opiekę rodzica.',
      'Wstęp jest wolny dla dzieci. Uczniowie mają opiekę rodzica.',
    ),
  ).toBe('Wstęp jest wolny dla [-uczniów-]{+dzieci+}. [-Dzieci-]{+Uczniowie+} mają opiekę rodzica.');
});

test('a unit changed by more than half is shown old and new', () => {
  const { form, spans } = present(diffText('Wstęp na basen jest płatny.', 'Basen jest czynny latem bez opłat.'));
  expect(form).toBe('whole');
  expect(spans.map(({ op }) => op)).toEqual(['delete', 'insert']);
});

test('a long insertion is shown as a new unit, a short appended sentence inside the line', () => {
  const long = `Wstęp wolny. ${'Dyżur trwa godzinę. '.repeat(25)}`;
  expect(present(diffText('Wstęp wolny.', long)).form).toBe('whole');
  expect(present(diffText('Wstęp wolny.', 'Wstęp wolny. Dzieci wchodzą z opiekunem.')).form).toBe('inline');
});

test('a presented redline still gives both texts', () => {
  const check = (before: string, after: string): void => {
    const { spans } = present(diffText(before, after));
    expect(beforeText(spans)).toBe(before);
    expect(afterText(spans)).toBe(after);
  };
  fc.assert(fc.property(anyText, anyText, check), { numRuns: RUNS });
  fc.assert(
    fc.property(textWithVersions(1), ({ base, versions }) => check(base, versions[0]!)),
    { numRuns: RUNS },
  );
});

test('nothing is presented as nothing', () => {
  expect(present([])).toEqual({ form: 'inline', spans: [] });
});
