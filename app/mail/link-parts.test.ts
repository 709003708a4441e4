import { expect, test } from 'vitest';
import { linkParts } from './link-parts.ts';

const own = 'https://prawo.example.pl';

test('addresses become links and the parts joined are the text', () => {
  const text = `Otwórz ${own}/potwierdz/x-_1. Albo (https://inny.example/a?b=c).\n\n${own}`;
  const parts = linkParts(text, own);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter((part) => part.href).map((part) => part.href)).toEqual([
    '/potwierdz/x-_1',
    'https://inny.example/a?b=c',
    '/',
  ]);
});

test('an address that only begins like ours stays whole', () => {
  expect(linkParts(`${own}.evil.example/x`, own)[0]?.href).toBe(`${own}.evil.example/x`);
});

test('no address, no link; no text, no parts', () => {
  expect(linkParts('javascript:alert(1)', own)).toEqual([{ text: 'javascript:alert(1)', href: null }]);
  expect(linkParts('', own)).toEqual([]);
});
