import { decodeSource } from './parse/decode-source.ts';
import { readDocx } from './docx/read-docx.ts';

export type SourceFormat = 'txt' | 'docx' | 'auto';

/** A .docx file is a zip archive and begins with its signature; everything else is plain text. */
export function detectFormat(bytes: Uint8Array): 'txt' | 'docx' {
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? 'docx' : 'txt';
}

/** What a text file may be written in: what the web pages read, read by the same decoder. */
const ENCODINGS = 'UTF-8, UTF-16, Windows-1250 or ISO-8859-2';

/** Text of a file; throws an Error that names the file when it is neither text nor a document. */
export function readSource(bytes: Uint8Array, format: SourceFormat, name: string): string {
  const file = name === '-' ? 'standard input' : name;
  const kind = format === 'auto' ? detectFormat(bytes) : format;
  if (kind === 'docx') return readDocx(bytes).text;
  if (bytes.length === 0) throw new Error(`${file} is empty`);
  const text = decodeSource(bytes);
  if (text === null) throw new Error(`${file} is not text in ${ENCODINGS}`);
  if (text.trim() === '') throw new Error(`${file} holds no text`);
  return text;
}
