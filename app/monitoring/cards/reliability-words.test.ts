import { expect, test } from 'vitest';
import { translator } from '#app/i18n/translate.ts';
import { agreementWords } from './reliability-words.ts';

test('an area has as many pairs on the card as in the table of the edition, and alpha says of how many it is', () => {
  const alpha = { value: 0.712, from: 0.5, to: 0.9, reading: 'tentative' as const };
  const say = (units: number) =>
    agreementWords(
      { pairs: 36, equal: 30, levels: { units, values: 2 * units, agreement: 0.9, alpha, reason: null } },
      { t: translator('pl'), locale: 'pl' },
    );
  expect(say(28)).toBe('36 par, zgodnych 83%; alfa 0,71 (0,50–0,90) z 28 par poziomów, ostrożnie');
  expect(say(36)).toBe('36 par, zgodnych 83%; alfa 0,71 (0,50–0,90), ostrożnie');
});
