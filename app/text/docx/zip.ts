import { Inflate } from 'fflate';

/** Bounds for a .docx: a long statute with its annexes stays far below them. All of them are known before the work begins. */
export const DOCX_LIMITS = {
  fileBytes: 40 * 1024 * 1024,
  entries: 4_000,
  /** Of the parts that are read, unpacked, all together. */
  partBytes: 24 * 1024 * 1024,
  /** XML elements of the parts that are read, all together. */
  elements: 600_000,
} as const;

/** What is wrong with a file: it is no sound .docx, it takes more work than a document may, it asks for other files. */
export type DocxFault = 'damaged' | 'too-big' | 'entities';

/** Thrown for files that are no readable .docx or break a bound. The message may be shown to people. */
export class DocxError extends Error {
  readonly code: DocxFault;

  constructor(message: string, code: DocxFault = 'damaged', options?: ErrorOptions) {
    super(message, options);
    this.name = 'DocxError';
    this.code = code;
  }
}

export type ZipEntry = {
  name: string;
  method: number;
  compressed: number;
  size: number;
  offset: number;
  encrypted: boolean;
};

/** Reads the directory of a zip archive without unpacking anything. A name that stands there twice has no one meaning: refused. */
export function readZipDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  if (bytes.length > DOCX_LIMITS.fileBytes)
    throw new DocxError(`the file is over ${DOCX_LIMITS.fileBytes} bytes`, 'too-big');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > DOCX_LIMITS.entries)
    throw new DocxError(`the archive holds ${count} files, over the limit of ${DOCX_LIMITS.entries}`, 'too-big');
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new DocxError('the archive is damaged: its directory breaks off');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (entries.has(name)) throw new DocxError(`the archive is damaged: it holds ${name} twice`);
    entries.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
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

/** Unpacks one part as text. */
export function unpackPart(bytes: Uint8Array, entry: ZipEntry): string {
  return decode(unpackBytes(bytes, entry), entry.name);
}

/** Unpacks one part. Never more comes out than the directory says, and that was checked before. */
export function unpackBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw new DocxError(`${entry.name} is encrypted`);
  if (entry.size > DOCX_LIMITS.partBytes)
    throw new DocxError(`${entry.name} unpacks to more than ${DOCX_LIMITS.partBytes} bytes`, 'too-big');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50)
    throw new DocxError(`the archive is damaged at ${entry.name}`);
  const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(from, from + entry.compressed);
  if (packed.length < entry.compressed) throw new DocxError(`the archive is damaged at ${entry.name}: it breaks off`);
  if (entry.method !== 0 && entry.method !== 8) throw new DocxError(`${entry.name} is packed in an unknown way`);
  const unpacked = entry.method === 0 ? packed : inflate(packed, entry);
  if (unpacked.length !== entry.size)
    throw new DocxError(`the archive is damaged at ${entry.name}: its size is not the one it says`);
  return unpacked;
}

/** Feeds small pieces, so that a bomb is caught after a few megabytes. */
function inflate(packed: Uint8Array, { name, size }: ZipEntry): Uint8Array {
  const out = new Uint8Array(size);
  let total = 0;
  const stream = new Inflate((chunk) => {
    if (total + chunk.length > size)
      throw new DocxError(`the archive is damaged: ${name} unpacks to more than the ${size} bytes it says`);
    out.set(chunk, total);
    total += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += 4096)
      stream.push(packed.subarray(at, at + 4096), at + 4096 >= packed.length);
  } catch (error) {
    if (error instanceof DocxError) throw error;
    throw new DocxError(`the archive is damaged at ${name}`, 'damaged', { cause: error });
  }
  return total === size ? out : out.subarray(0, total);
}

function decode(bytes: Uint8Array, name: string): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    return new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(
      bytes,
    );
  } catch (error) {
    throw new DocxError(`${name} is not readable text`, 'damaged', { cause: error });
  }
}
