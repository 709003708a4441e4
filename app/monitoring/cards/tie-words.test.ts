import { expect, test } from 'vitest';
import { translator } from '#app/i18n/translate.ts';
import { tieWords } from './tie-words.ts';

test('that nobody has ties is said only where everybody who coded declared', () => {
  const t = translator('pl');
  const say = (stoodAside: number, declared?: { coders: number; count: number }) =>
    tieWords({ stoodAside, ...(declared ? { declared } : {}) }, t);
  const nobody = 'nikt z oceniających nie ma powiązań, wszyscy złożyli oświadczenie';
  expect(say(0, { coders: 2, count: 2 })).toBe(nobody);
  expect(say(0, { coders: 3, count: 1 })).toBe('oświadczenie złożyła 1 z 3 oceniających osób');
  expect(say(0, { coders: 1, count: 0 })).toBe('oświadczenie złożyło 0 z 1 oceniającej osoby');
  expect(say(1, { coders: 2, count: 2 })).toBe(
    '1 osoba zgłosiła powiązanie i nie brała udziału; oświadczenie złożyły 2 z 2 oceniających osób',
  );
  expect([say(0, { coders: 0, count: 0 }), say(0), say(2)].filter((said) => said.includes('nikt'))).toEqual([]);
});
