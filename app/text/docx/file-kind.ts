import { DocxError, readZipDirectory } from './zip.ts';

/** What a file is by its bytes, and where they do not tell by its name. Only `text` and `docx` can be read. */
export type FileKind =
  | 'text'
  | 'docx'
  | 'odt'
  | 'doc'
  | 'docm'
  | 'locked'
  | 'pdf'
  | 'rtf'
  | 'html'
  | 'image'
  | 'sheet'
  | 'slides'
  | 'archive'
  | 'pages'
  | 'mail';

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x1f, 0x8b]],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

export function fileKind(bytes: Uint8Array, name: string): FileKind {
  const begins = (signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte);
  const known = SIGNATURES.find(([, signature]) => begins(signature));
  if (known !== undefined) return known[0];
  if (begins(OLE)) return oldOffice(bytes, name);
  if (begins([0x50, 0x4b])) return archiveKind(bytes, name);
  const head = ascii(bytes.subarray(0, 600));
  if (
    /^RIFF.{4}WEBP/s.test(head) ||
    /^.{4}ftyp(?:hei|mif|avi|hev)/s.test(head) ||
    (head.startsWith('BM') && bytes[6] === 0 && bytes[7] === 0)
  )
    return 'image';
  const words = head.replace(/^ï»¿/, '').trimStart();
  if (/^%PDF-/.test(words)) return 'pdf';
  if (
    /^(?:<!--.{0,300}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|style)\b/is.test(words) ||
    /^<\?xml[^>]{0,200}>\s*<(?:!doctype\s+)?html\b/i.test(words)
  )
    return 'html';
  if (/^(?:MIME-Version|Received|Return-Path|From):/im.test(words.slice(0, 40))) return 'mail';
  return 'text';
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** The old container of Word, Excel and PowerPoint, which also holds documents locked by a password. */
function oldOffice(bytes: Uint8Array, name: string): FileKind {
  const holds = (words: string): boolean => {
    const wide = [...words].flatMap((letter) => [letter.charCodeAt(0), 0]);
    const limit = Math.min(bytes.length, 4 * 1024 * 1024) - wide.length;
    for (let at = 0; at <= limit; at += 1)
      if (bytes[at] === wide[0] && wide.every((byte, i) => bytes[at + i] === byte)) return true;
    return false;
  };
  if (holds('EncryptedPackage')) return 'locked';
  if (holds('WordDocument') || /\.(?:doc|dot)$/i.test(name)) return 'doc';
  if (holds('Workbook') || /\.xls$/i.test(name)) return 'sheet';
  return holds('PowerPoint Document') ? 'slides' : 'doc';
}

function archiveKind(bytes: Uint8Array, name: string): FileKind {
  const parts = partsOf(bytes);
  // A damaged document is still one by its name: its reader says what is wrong.
  if (parts === null) return /\.docx$/i.test(name) ? 'docx' : /\.odt$/i.test(name) ? 'odt' : 'archive';
  const has = (pattern: RegExp): boolean => parts.some((part) => pattern.test(part));
  if (has(/(?:^|\/)vbaProject\.bin$/i) && has(/^word\//i)) return 'docm';
  if (has(/^content\.xml$/) && has(/^mimetype$|^META-INF\/manifest\.xml$/)) return openDocument(bytes);
  if (has(/^xl\//i)) return 'sheet';
  if (has(/^ppt\//i)) return 'slides';
  if (has(/^Index\/|\.iwa$/)) return 'pages';
  return has(/^_rels\/\.rels$/i) || has(/^word\/document\.xml$/i) ? 'docx' : 'archive';
}

function partsOf(bytes: Uint8Array): string[] | null {
  try {
    return [...readZipDirectory(bytes).keys()];
  } catch (error) {
    if (error instanceof DocxError || error instanceof RangeError) return null;
    throw error;
  }
}

/** The first entry says in plain letters which kind of OpenDocument it is. */
function openDocument(bytes: Uint8Array): FileKind {
  const kind = /opendocument\.(\w+)/.exec(ascii(bytes.subarray(0, 200)))?.[1] ?? 'text';
  return kind === 'spreadsheet' ? 'sheet' : kind === 'presentation' ? 'slides' : 'odt';
}
