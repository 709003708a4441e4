import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { translate, type MessageKey } from '#app/i18n/translate.ts';
import { detectFormat } from '#app/text/cli-source.ts';
import { tableText } from '../exchange/table-text.ts';
import { readFile } from '../word/read-file.server.ts';
import { readSource } from './read-source.server.ts';

const fileOf = (content: string | Uint8Array<ArrayBuffer>, name: string) => new File([content], name);

test('pasted text is taken as it is', async () => {
  expect(await readSource({ text: '§ 1. Tekst.', file: null })).toEqual({
    ok: true,
    text: '§ 1. Tekst.',
    name: null,
    report: null,
  });
});

test('a text file gives its text and its name', async () => {
  expect(await readSource({ text: ' ', file: fileOf('§ 1. Tekst.', 'projekt.txt') })).toEqual({
    ok: true,
    text: '§ 1. Tekst.',
    name: 'projekt.txt',
    report: null,
  });
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
  expect(await code('', fileOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'a.txt'))).toBe('file kind-image');
  expect(await code('', fileOf(Uint8Array.from([0x50, 0x4b, 3, 4]), 'a.txt'))).toBe('file kind-archive');
  expect(await code('', fileOf('to nie dokument', 'a.docx'))).toBe('file docx');
  expect(await code('a'.repeat(3_000_001), null)).toBe('text too-long');
  expect(await code('\n'.repeat(200_001) + 'a', null)).toBe('text too-long');
});

test('files of other kinds are named for what they are, whatever they are called', async () => {
  const ole = (stream: string) =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...[...stream].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
  const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array([1])])));
  const cases: [kind: string, content: string | Uint8Array, name: string][] = [
    ['doc', ole('WordDocument'), 'a.doc'],
    ['doc', ole('WordDocument'), 'a.docx'],
    ['locked', ole('EncryptedPackage'), 'a.docx'],
    ['sheet', ole('Workbook'), 'a.xls'],
    ['pdf', '%PDF-1.7 x', 'a.pdf'],
    ['pdf', '%PDF-1.7 x', 'a.docx'],
    ['rtf', '{\\rtf1 Treść}', 'a.rtf'],
    ['rtf', '{\\rtf1 Treść}', 'a.txt'],
    ['html', '<!DOCTYPE html><p>a', 'a.html'],
    ['html', '\ufeff<html><body>a', 'a.txt'],
    ['docm', zip('word/document.xml', 'word/vbaProject.bin', '_rels/.rels'), 'a.docm'],
    ['archive', zip('a.txt'), 'a.zip'],
    ['archive', zip('a.txt'), 'a.zipx'],
    ['sheet', zip('xl/workbook.xml', '_rels/.rels'), 'a.docx'],
    ['slides', zip('ppt/a.xml'), 'a.pptx'],
    ['image', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), 'skan.jpg'],
    ['image', '\u0000\u0000\u0000 ftypheic', 'skan.heic'],
    ['pages', zip('Index/Document.iwa'), 'a.pages'],
    ['mail', 'MIME-Version: 1.0\nContent-Type: multipart/related', 'a.mht'],
  ];
  for (const [kind, content, name] of cases) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
    expect(await readSource({ text: '', file: fileOf(bytes, name) }), `${kind} ${name}`).toEqual({
      ok: false,
      error: { field: 'file', code: `kind-${kind}` },
    });
    expect(readFile(bytes), `returned ${kind} ${name}`).toEqual({ ok: false, error: { code: `kind-${kind}` } });
    expect(tableText(bytes, name), `table ${kind} ${name}`).toEqual({
      ok: false,
      key: kind === 'sheet' ? 'register.import.sheet' : 'register.import.not-table',
    });
    for (const language of ['pl', 'en'] as const)
      expect(translate(language, `import.error.kind-${kind}` as MessageKey)).toMatch(/\.(?:docx|txt)/);
    expect(() => detectFormat(bytes, name), `command ${kind} ${name}`).toThrow(/save its text as \.docx or \.odt/);
  }
});
