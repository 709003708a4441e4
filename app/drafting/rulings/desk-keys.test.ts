import { expect, test } from 'vitest';
import { deskKey } from './desk-keys.ts';

const plain = { ctrlKey: false, altKey: false, metaKey: false };
const on = (...selectors: string[]) => ({
  matches: (asked: string) => selectors.some((selector) => asked.split(', ').includes(selector)),
});

test('letters walk the list, but never in a text field nor with a modifier', () => {
  expect(deskKey({ ...plain, key: 'j' }, null)).toBe('next');
  expect(deskKey({ ...plain, key: 'x' }, on('tr'))).toBe('choose');
  expect(deskKey({ ...plain, key: 'j' }, on('textarea'))).toBeNull();
  expect(deskKey({ ...plain, key: 'k', ctrlKey: true }, null)).toBeNull();
  expect(deskKey({ ...plain, key: 'constructor' }, null)).toBeNull();
});

test('Enter on a link or button is theirs', () => {
  expect(deskKey({ ...plain, key: 'Enter' }, on('a'))).toBeNull();
  expect(deskKey({ ...plain, key: 'Enter' }, on('tr'))).toBe('open');
});
