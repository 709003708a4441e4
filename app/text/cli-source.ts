import { decodeSource } from './parse/decode-source.ts';
import { fileKind, type FileKind } from './docx/file-kind.ts';
import { asDocx } from './odt/as-docx.ts';
import { readDocx } from './docx/read-docx.ts';

export type SourceFormat = 'txt' | 'docx' | 'auto';

/** What people call the files that are refused. */
const REFUSED: Readonly<Record<Exclude<FileKind, 'text' | 'docx' | 'odt'>, string>> = {
  doc: 'an old Word file (.doc)',
  docm: 'a Word file with macros (.docm)',
  locked: 'locked by a password',
  pdf: 'a PDF',
  rtf: 'an RTF file',
  html: 'an HTML page',
  image: 'a picture',
  sheet: 'a spreadsheet',
  slides: 'a presentation',
  archive: 'an archive',
  pages: 'a file of Pages',
  mail: 'a mail or a page saved in one file',
};

/** What a file is by its first bytes; throws an Error that names it for what is neither text nor a text of a word processor. */
export function detectFormat(bytes: Uint8Array, name: string): 'txt' | 'docx' {
  const kind = fileKind(bytes, name);
  if (kind === 'docx' || kind === 'odt') return 'docx';
  if (kind === 'text') return 'txt';
  throw new Error(
    `${name === '-' ? 'standard input' : name} is ${REFUSED[kind]}, not a .docx, .odt or text file: save its text as .docx or .odt`,
  );
}

/** What a text file may be written in: what the web pages read, read by the same decoder. */
const ENCODINGS = 'UTF-8, UTF-16, Windows-1250 or ISO-8859-2';

/** Text of a file; throws an Error that names the file when it is neither text nor a document. */
export function readSource(bytes: Uint8Array, format: SourceFormat, name: string): string {
  const file = name === '-' ? 'standard input' : name;
  const kind = format === 'auto' ? detectFormat(bytes, name) : format;
  if (kind === 'docx') return readDocx(asDocx(bytes).docx).text;
  if (bytes.length === 0) throw new Error(`${file} is empty`);
  const text = decodeSource(bytes);
  if (text === null) throw new Error(`${file} is not text in ${ENCODINGS}`);
  if (text.trim() === '') throw new Error(`${file} holds no text`);
  return text;
}
