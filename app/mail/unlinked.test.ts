import { expect, test } from 'vitest';
import { unlinked } from './unlinked.ts';

const own = 'https://prawo.gmina.example';

test('addresses that people type can be read and not pressed', () => {
  for (const typed of [
    'https://zly.example/x',
    'HTTPS://ZLY.EXAMPLE',
    'http://1.2.3.4/a',
    'www.zly.example',
    'zly.example',
    'ftp://zly.example',
    'ktos@zly.example',
    'mailto:ktos@zly.example',
    'https://prawo.gmina.example.zly.org/x',
    'https://prawo.gmina.example@zly.example/',
    'żółw.pl',
    'https://zly.example/https://prawo.gmina.example.zly.org',
  ]) {
    const shown = unlinked(`Zobacz ${typed} teraz.`, own);
    expect(shown, typed).not.toMatch(/:\/\/|[\p{L}\p{N}]\.\p{L}{2}/u);
    expect(shown.replaceAll('\u2024', '.').replaceAll(': //', '://'), typed).toBe(`Zobacz ${typed} teraz.`);
  }
});

test('our own addresses stay, and so do ordinary sentences', () => {
  for (const text of [
    `Wejdź: ${own}/konto/potwierdz/AbC.def`,
    own,
    `${own}\n`,
    'Zob. § 2 ust. 1 pkt 3 lit. a i art. 8 u.d.i.p. Do 12.12.2026 r., godz. 8.20.',
  ])
    expect(unlinked(text, own)).toBe(text);
});

test('a long letter is read once', () => {
  const hostile = `${own}.`.repeat(20_000) + 'a.'.repeat(100_000) + '://'.repeat(50_000);
  expect(unlinked(hostile, own)).not.toMatch(/:\/\//);
});
