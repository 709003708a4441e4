import { readDocx } from './docx/read-docx.ts';

export type SourceFormat = 'txt' | 'docx' | 'auto';

/** A .docx file is a zip archive and begins with its signature; everything else is plain text. */
export function detectFormat(bytes: Uint8Array): 'txt' | 'docx' {
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? 'docx' : 'txt';
}

/** Text of a file; throws an Error that names the file when it is neither UTF-8 text nor a document. */
export function readSource(bytes: Uint8Array, format: SourceFormat, name: string): string {
  const file = name === '-' ? 'standard input' : name;
  const kind = format === 'auto' ? detectFormat(bytes) : format;
  if (kind === 'docx') {
    const document = readDocx(bytes);
    return document.text;
  }
  if (bytes.length === 0) throw new Error(`${file} is empty`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`${file} is not UTF-8 text`, { cause: error });
  }
  if (text.includes('\u0000')) throw new Error(`${file} is not text: it holds zero bytes`);
  if (text.trim() === '') throw new Error(`${file} holds no text`);
  return text;
}
