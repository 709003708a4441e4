import { Inflate } from 'fflate';

/** Bounds for a .docx: a long statute with its annexes stays far below them. */
export const DOCX_LIMITS = {
  fileBytes: 40 * 1024 * 1024,
  entries: 4_000,
  partBytes: 24 * 1024 * 1024,
} as const;

/** Thrown for files that are no readable .docx or break a bound. The message may be shown to people. */
export class DocxError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DocxError';
  }
}

export type ZipEntry = { name: string; method: number; compressed: number; size: number; offset: number; encrypted: boolean };

/** Reads the directory of a zip archive without unpacking anything. */
export function readZipDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  if (bytes.length > DOCX_LIMITS.fileBytes) throw new DocxError(`the file is over ${DOCX_LIMITS.fileBytes} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > DOCX_LIMITS.entries) throw new DocxError(`the archive holds ${count} files, over the limit of ${DOCX_LIMITS.entries}`);
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new DocxError('the archive is damaged: its directory breaks off');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name, {
      name, method: view.getUint16(at + 10, true), compressed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true), encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new DocxError('the file is not a .docx document (no zip archive)');
}

/** Unpacks one part as text; stops as soon as more than the allowed bytes come out, whatever the directory says. */
export function unpackPart(bytes: Uint8Array, entry: ZipEntry): string {
  if (entry.encrypted) throw new DocxError(`${entry.name} is encrypted`);
  if (entry.size > DOCX_LIMITS.partBytes) throw new DocxError(`${entry.name} unpacks to more than ${DOCX_LIMITS.partBytes} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) throw new DocxError(`the archive is damaged at ${entry.name}`);
  const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(from, from + entry.compressed);
  if (packed.length < entry.compressed) throw new DocxError(`the archive is damaged at ${entry.name}: it breaks off`);
  if (entry.method === 0) return decode(packed, entry.name);
  if (entry.method !== 8) throw new DocxError(`${entry.name} is packed in an unknown way`);
  return decode(inflate(packed, entry.name), entry.name);
}

/** Feeds small pieces, so that a bomb is caught after a few megabytes. */
function inflate(packed: Uint8Array, name: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const stream = new Inflate((chunk) => {
    total += chunk.length;
    if (total > DOCX_LIMITS.partBytes) throw new DocxError(`${name} unpacks to more than ${DOCX_LIMITS.partBytes} bytes`);
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += 4096) stream.push(packed.subarray(at, at + 4096), at + 4096 >= packed.length);
  } catch (error) {
    if (error instanceof DocxError) throw error;
    throw new DocxError(`the archive is damaged at ${name}`, { cause: error });
  }
  const out = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

function decode(bytes: Uint8Array, name: string): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    return new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new DocxError(`${name} is not readable text`, { cause: error });
  }
}
