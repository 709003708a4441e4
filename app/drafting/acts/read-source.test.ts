import { expect, test } from 'vitest';
import { readSource } from './read-source.server.ts';

const fileOf = (content: string | Uint8Array<ArrayBuffer>, name: string) => new File([content], name);

test('pasted text is taken as it is', async () => {
  expect(await readSource({ text: '§ 1. Tekst.', file: null })).toEqual({ ok: true, text: '§ 1. Tekst.', name: null });
});

test('a text file gives its text and its name', async () => {
  expect(await readSource({ text: ' ', file: fileOf('§ 1. Tekst.', 'projekt.txt') })).toEqual({ ok: true, text: '§ 1. Tekst.', name: 'projekt.txt' });
});

test('nothing, two sources, other files and endless texts are refused at their field', async () => {
  const code = async (text: string, file: File | null) => {
    const result = await readSource({ text, file });
    return result.ok ? null : `${result.error.field} ${result.error.code}`;
  };
  expect(await code('', null)).toBe('text empty');
  expect(await code('', fileOf('', 'pusty.txt'))).toBe('file empty');
  expect(await code('tekst', fileOf('tekst', 'a.txt'))).toBe('file both');
  expect(await code('a\u0000b', null)).toBe('text encoding');
  expect(await code('', fileOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'a.txt'))).toBe('file encoding');
  expect(await code('', fileOf(Uint8Array.from([0x50, 0x4b, 3, 4]), 'a.txt'))).toBe('file kind');
  expect(await code('', fileOf('to nie dokument', 'a.docx'))).toBe('file docx');
  expect(await code('a'.repeat(3_000_001), null)).toBe('text too-long');
  expect(await code('\n'.repeat(200_001) + 'a', null)).toBe('text too-long');
});
