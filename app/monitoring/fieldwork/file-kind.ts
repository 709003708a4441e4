import { fileTypeFromBuffer } from 'file-type';

/** Bytes a capture may have. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Types of a capture with the endings they are saved under. */
export const CAPTURE_TYPES = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg', 'text/html': 'html' } as const;

export type CaptureType = keyof typeof CAPTURE_TYPES;

/**
 * What a file is by its content, whatever its name says; null for anything that is not a PDF, PNG, JPEG or HTML page. HTML has no
 * signature: it is text without NUL that begins as browsers' sniffing wants a page to begin (WHATWG MIME Sniffing, 7.1).
 */
export async function captureType(bytes: Uint8Array): Promise<CaptureType | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return found.mime in CAPTURE_TYPES ? (found.mime as CaptureType) : null;
  return isHtml(bytes) ? 'text/html' : null;
}

const SNIFFED = 4096;
const BEGINNING = /^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*\?>)*<(?:!doctype html|html|head|body|script|style|title|table|div|h1|p|br|a|font|b)[\s>]/i;

function isHtml(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, SNIFFED)).replace(/^\uFEFF/, '');
  return BEGINNING.test(start);
}

/** A name fit for a download: no folders, no control characters, and the ending of the type found. */
export function captureName(name: string, type: CaptureType): string {
  const base = (name.split(/[/\\]/).at(-1) ?? '').replace(/[\u0000-\u001f\u007f"]/g, '').trim();
  const ending = CAPTURE_TYPES[type];
  const bare = base.replace(/\.[A-Za-z0-9]{1,5}$/, '').slice(0, 120) || 'kopia';
  return `${bare}.${ending}`;
}
