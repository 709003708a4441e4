import { expect, test } from 'vitest';
import { deskKey, deskKeys, isSending, rulingKeys } from './desk-keys.ts';

const plain = { ctrlKey: false, altKey: false, metaKey: false };
const on = (...selectors: string[]) => ({
  matches: (asked: string) => selectors.some((selector) => asked.split(', ').includes(selector)),
});

test('letters walk the list, but never in a text field nor with a modifier', () => {
  expect(deskKey({ ...plain, key: 'j' }, null, deskKeys)).toBe('next');
  expect(deskKey({ ...plain, key: 'x' }, on('tr'), deskKeys)).toBe('choose');
  expect(deskKey({ ...plain, key: 'j' }, on('textarea'), deskKeys)).toBeNull();
  expect(deskKey({ ...plain, key: 'k', ctrlKey: true }, null, deskKeys)).toBeNull();
  expect(deskKey({ ...plain, key: 'constructor' }, null, deskKeys)).toBeNull();
});

test('Enter on a link or button is theirs', () => {
  expect(deskKey({ ...plain, key: 'Enter' }, on('a'), deskKeys)).toBeNull();
  expect(deskKey({ ...plain, key: 'Enter' }, on('tr'), deskKeys)).toBe('open');
});

test('every letter of a ruling is silent in every kind of field and with every modifier', () => {
  for (const [key, meaning] of Object.entries(rulingKeys)) {
    expect(deskKey({ ...plain, key }, on('div'), rulingKeys)).toBe(meaning);
    expect(deskKey({ ...plain, key }, on('textarea'), rulingKeys)).toBeNull();
    expect(deskKey({ ...plain, key }, on('select'), rulingKeys)).toBeNull();
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'])
      expect(deskKey({ ...plain, [modifier]: true, key }, null, rulingKeys)).toBeNull();
  }
});

test('Ctrl and Enter send from a field alone', () => {
  expect(isSending({ ...plain, ctrlKey: true, key: 'Enter' }, on('textarea'))).toBe(true);
  expect(isSending({ ...plain, ctrlKey: true, key: 'Enter' }, on('a'))).toBe(false);
  expect(isSending({ ...plain, key: 'Enter' }, on('textarea'))).toBe(false);
});
