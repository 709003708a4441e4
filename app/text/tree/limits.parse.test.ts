import { expect, test } from 'vitest';
import { TextLimitError } from './limits.ts';
import { findReferences } from '../references/references.ts';
import { parse } from '../parse/parse.ts';
import { MAX_SOURCE_CHARS, MAX_SOURCE_LINES } from '../parse/source-limits.ts';

/** Time of the processor: on a shared machine the clock on the wall counts what others do. */
function milliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A statute of about `size` characters. */
function longAct(size: number): string {
  const parts: string[] = ['USTAWA\nz dnia 1 maja 2000 r.\no próbie\n\n'];
  let length = 0;
  for (let n = 1; length < size; n += 1) {
    const part = `Art. ${n}.\n1. Organ, o którym mowa w art. ${Math.max(1, n - 1)} ust. 1, wydaje decyzję w sprawach:\n 1) pierwszej i dru-\n giej,\n 2) trzeciej:\n   a) jednej,\n   b) drugiej.\n2. Przepis ust. 1 stosuje się odpowiednio do zmiany decyzji, jeżeli strona\n  złoży wniosek w terminie 14 dni.\n\n`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

test('sources over the limits are refused with a clear error', () => {
  expect(() => parse('a'.repeat(MAX_SOURCE_CHARS + 1))).toThrow(TextLimitError);
  expect(() => parse('\n'.repeat(MAX_SOURCE_LINES + 1))).toThrow(TextLimitError);
});

test('time grows with the length of the source', () => {
  parse(longAct(150_000));
  const small = Math.min(...[1, 2, 3].map(() => milliseconds(() => parse(longAct(150_000)))));
  const large = Math.min(...[1, 2].map(() => milliseconds(() => parse(longAct(1_200_000)))));
  expect(large / small).toBeLessThan(8 * 4);
});

test('hostile sources end soon', () => {
  const hostile = [
    '§ 1. w brzmieniu: „a\n'.repeat(20_000),
    '„'.repeat(300_000),
    '1) '.repeat(100_000),
    '§ '.repeat(100_000),
    'ust. 1, '.repeat(60_000),
    '- \n'.repeat(60_000),
    `§ 1. ${'a'.repeat(1_500_000)}`,
    'ust. 1 i '.repeat(60_000),
    'Załącznik nr 1\n'.repeat(40_000),
    'a) x\n1) y\n'.repeat(30_000),
    'Rozdział 1\n'.repeat(60_000),
    'I. Aaa\n'.repeat(60_000),
    ' '.repeat(1_000_000),
    'w 2 ust. 1 '.repeat(50_000),
    'zdanie pierwsze, '.repeat(40_000),
    '1.\n'.repeat(90_000),
    '© '.repeat(200_000),
  ];
  for (const source of hostile) {
    const spent = milliseconds(() => findReferences(parse(source)));
    expect([source.slice(0, 20), spent < 6000]).toEqual([source.slice(0, 20), true]);
  }
});
