import { expect, test } from 'vitest';
import { decodeSource } from './decode-source.ts';

const sentence = 'Zażółć gęślą jaźń. ŻÓŁĆ, ŚWIĄTYNIA, ŹRÓDŁO: § 1. Uchwała określa';

function encode(text: string, table: Record<string, number>): Uint8Array {
  return Uint8Array.from([...text], (char) => table[char] ?? char.charCodeAt(0));
}

const shared = {
  ć: 0xe6,
  ę: 0xea,
  ł: 0xb3,
  ń: 0xf1,
  ó: 0xf3,
  ż: 0xbf,
  Ć: 0xc6,
  Ę: 0xca,
  Ł: 0xa3,
  Ń: 0xd1,
  Ó: 0xd3,
  Ż: 0xaf,
  '§': 0xa7,
};
const windows1250 = { ...shared, ą: 0xb9, ś: 0x9c, ź: 0x9f, Ą: 0xa5, Ś: 0x8c, Ź: 0x8f, '„': 0x84, '”': 0x94 };
const iso88592 = { ...shared, ą: 0xb1, ś: 0xb6, ź: 0xbc, Ą: 0xa1, Ś: 0xa6, Ź: 0xac };

test('UTF-8 with and without a byte order mark is read as it is', () => {
  expect(decodeSource(new TextEncoder().encode(sentence))).toBe(sentence);
  expect(decodeSource(new TextEncoder().encode(`\uFEFF${sentence}`))).toBe(sentence);
});

test('windows-1250 and ISO-8859-2 are told apart by their Polish letters', () => {
  expect(decodeSource(encode(`${sentence} „wyrazy”`, windows1250))).toBe(`${sentence} „wyrazy”`);
  expect(decodeSource(encode(sentence, iso88592))).toBe(sentence);
});

test('UTF-16 with its mark is read', () => {
  const units = Uint16Array.from([...`\uFEFF${sentence}`], (char) => char.charCodeAt(0));
  expect(decodeSource(new Uint8Array(units.buffer))).toBe(sentence);
});

test('UTF-16 without its mark is known by its zero bytes, in both orders', () => {
  const little = new Uint8Array([...sentence].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8]));
  const big = new Uint8Array([...sentence].flatMap((char) => [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 0xff]));
  expect([decodeSource(little), decodeSource(big)]).toEqual([sentence, sentence]);
  expect(decodeSource(Uint8Array.from([0xff, 0xfe, 0x41]))).toBeNull();
  expect(decodeSource(Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]))).toBeNull();
});

test('line ends become single', () => {
  expect(decodeSource(new TextEncoder().encode('§ 1.\r\nTekst\rdalej'))).toBe('§ 1.\nTekst\ndalej');
});

test('what readers of PDF files leave for a hyphen is one, and a stray sign is shown', () => {
  const read = (text: string) => decodeSource(new TextEncoder().encode(text));
  expect(read('§ 1. Komisja Rewizyjno\u0002Wyborcza')).toBe('§ 1. Komisja Rewizyjno-Wyborcza');
  const long = 'Uchwała wchodzi w życie. '.repeat(20);
  expect(read(`${long}\u0001`)).toBe(`${long}\ufffd`);
  expect(read(`${long}\u0000`)).toBeNull();
  expect(read('a\u0001b\u0004')).toBeNull();
});

test('pictures, archives and other alphabets are refused', () => {
  expect(decodeSource(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))).toBeNull();
  expect(decodeSource(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0xff, 0xfe, 0x9d]))).toBeNull();
  // „Решение" in windows-1251.
  expect(decodeSource(Uint8Array.from([0xd0, 0xe5, 0xf8, 0xe5, 0xed, 0xe8, 0xe5]))).toBeNull();
});

test('an empty file is an empty text', () => {
  expect(decodeSource(new Uint8Array())).toBe('');
});
