import { fileTypeFromBuffer } from 'file-type';
import { fileKind } from '#app/text/docx/file-kind.ts';

/** Bytes a capture may have. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Types of a capture with the endings they are saved under. */
const CAPTURE_TYPES = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/html': 'html',
} as const;

/** Types of what goes with a letter: scans, maps, reasons. No page of the web: nobody attaches one to a letter. */
const ATTACHMENT_TYPES = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
} as const;

const ENDINGS = { ...CAPTURE_TYPES, ...ATTACHMENT_TYPES };

/** Bytes at the beginning that tell what a file is; the rest is not read for it. */
const SNIFFED = 4096;

type CaptureType = keyof typeof CAPTURE_TYPES;
type AttachmentType = keyof typeof ATTACHMENT_TYPES;
export type StoredType = keyof typeof ENDINGS;

/** Ending of a kept file by its type; '' for one that is none of ours. */
export const endingOf = (type: string): string => (Object.hasOwn(ENDINGS, type) ? ENDINGS[type as StoredType] : '');

/** What an attachment is by its content, whatever its name says; null for anything else, a document with macros included. */
export async function attachmentType(bytes: Uint8Array): Promise<AttachmentType | null> {
  const kind = fileKind(bytes, '');
  if (kind === 'docx') return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  if (kind === 'odt') return 'application/vnd.oasis.opendocument.text';
  if (kind !== 'pdf' && kind !== 'image') return null;
  // Whole: what a TIFF is stands where its first directory is, often at its end.
  const found = await fileTypeFromBuffer(bytes);
  return found && found.mime in ATTACHMENT_TYPES ? (found.mime as AttachmentType) : null;
}

/**
 * What a file is by its content, whatever its name says; null for anything that is not a PDF, PNG, JPEG or HTML page. HTML has no
 * signature: it is text without NUL that begins as browsers' sniffing wants a page to begin (WHATWG MIME Sniffing, 7.1).
 */
export async function captureType(bytes: Uint8Array): Promise<CaptureType | null> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, SNIFFED));
  // A page may begin with an XML declaration.
  if (found && found.mime !== 'application/xml')
    return found.mime in CAPTURE_TYPES ? (found.mime as CaptureType) : null;
  return isHtml(bytes) ? 'text/html' : null;
}

const PAGE_TAGS = new Set([
  '!doctype',
  'html',
  'head',
  'body',
  'script',
  'style',
  'title',
  'table',
  'div',
  'h1',
  'p',
  'br',
  'a',
  'font',
  'b',
]);

function isHtml(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, SNIFFED));
  const at = firstTag(start);
  const [, name = ''] = /^<(!?[a-z][a-z0-9]{0,9})[\s>]/i.exec(start.slice(at, at + 16)) ?? [];
  const isPage = PAGE_TAGS.has(name.toLowerCase());
  return isPage && (name[0] !== '!' || /^\s+html[\s>]/i.test(start.slice(at + 1 + name.length, at + 40)));
}

/** Where the first tag begins behind blanks, comments and XML declarations; each sign is passed once. */
function firstTag(text: string): number {
  let at = 0;
  for (;;) {
    while (at < text.length && text[at]!.trim() === '') at += 1;
    const end = text.startsWith('<!--', at)
      ? endOf(text, '-->', at + 4)
      : /^<\?xml/i.test(text.slice(at, at + 5))
        ? endOf(text, '?>', at + 5)
        : at;
    if (end === at) return at;
    at = end;
  }
}

/** Behind the next `mark`; the end of the text when there is none. */
function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

/** Characters at the end of a name that are looked at. */
const longestName = 1_000;

/** A name fit for a download: no folders, no control characters, and the ending of the type found. */
export function savedName(name: string, type: StoredType): string {
  const base = (name.slice(-longestName).split(/[/\\]/).at(-1) ?? '').replace(/[\u0000-\u001f\u007f"]/g, '').trim();
  const ending = ENDINGS[type];
  const bare =
    base
      .replace(/\.[A-Za-z0-9]{1,5}$/, '')
      .slice(0, 120)
      .trim() || 'kopia';
  return `${bare}.${ending}`;
}
