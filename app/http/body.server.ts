import { AppError } from '#app/errors/app-error.ts';
import { formValues, type FormFailure } from '#app/forms/form.ts';
import { requireStillAllowed } from './session.server.ts';

/**
 * Bytes a form may have. Two fields of the longest kind fit, however each character is written (nine bytes at most): a field that
 * is full is not refused with its form. A real act can have 450,000 characters, and a .docx of one some megabytes; a capture has
 * up to 20 MB.
 */
export const bodyLimits = {
  form: 2 * 1024 * 1024,
  /** Forms whose fields hold a clause as it stands, up to three times over. */
  words: 4 * 1024 * 1024,
  import: 8 * 1024 * 1024,
  evidence: 21 * 1024 * 1024,
  /** The words of a letter and files that go with it. */
  letter: (4 + 10) * 1024 * 1024,
} as const;

/** Fields a form may have: a letter of twenty points with twenty changes each has some four thousand, a list of all municipalities less. */
export const mostFields = 20_000;

/**
 * Reads a form of bounded size; throws `too-large` (413) as soon as the bound is passed, before the rest is read. Whoever was found to
 * be sending it has to be allowed still when its last byte is here.
 */
export async function readForm(request: Request, limit: number = bodyLimits.form): Promise<FormData> {
  const form = await readFields(request, limit);
  await requireStillAllowed(request);
  return form;
}

async function readFields(request: Request, limit: number): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type))
    throw new AppError('bad-request', `form of type ${type}`);
  const bytes = await readBytes(request, limit);
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch((cause: unknown) => {
    throw new AppError('bad-request', 'malformed form', { cause });
  });
  if ([...form.keys()].length > mostFields) throw new AppError('too-large');
  readForms.set(request, form);
  return form;
}

const readForms = new WeakMap<Request, FormData>();

/** What was typed into the form of a request, read already or not: for a page that gives it back. Null where nothing can be read. */
export async function typedIn(request: Request): Promise<Typed> {
  try {
    const form = readForms.get(request) ?? (request.bodyUsed ? null : await readBeginning(request, bodyLimits.words));
    if (!form) return { typed: null, files: [] };
    return {
      typed: formValues(form),
      files: [...form.values()].flatMap((value) =>
        typeof value === 'string' || value.name === '' ? [] : [value.name],
      ),
    };
  } catch (error) {
    if (error instanceof AppError) return { typed: null, files: [] };
    throw error;
  }
}

/** Words of a form, and names of the files that were in it: those have to be chosen again. */
export type Typed = { typed: FormFailure['values'] | null; files: string[] };

/**
 * The fields that stand whole in the first bytes of a form, whatever its length: words stand in front of the file that makes it too
 * long. Null when it is no form.
 */
async function readBeginning(request: Request, limit: number): Promise<FormData | null> {
  const type = request.headers.get('Content-Type') ?? '';
  const boundary = /^multipart\/form-data;.*?boundary="?([^";]{1,200})"?/i.exec(type)?.[1];
  if (boundary === undefined && !/^application\/x-www-form-urlencoded/i.test(type)) return null;
  const { bytes, isWhole } = await firstBytes(request.body, limit);
  const whole = isWhole ? bytes : boundary === undefined ? wholePairs(bytes) : wholeParts(bytes, boundary);
  const form = await new Response(whole, { headers: { 'Content-Type': type } }).formData().catch(() => null);
  return form !== null && [...form.keys()].length > mostFields ? null : form;
}

async function firstBytes(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<{ bytes: Buffer<ArrayBuffer>; isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream?.getReader();
  while (reader && size < limit) {
    const { done, value } = await reader.read();
    if (done) return { bytes: Buffer.concat(chunks), isWhole: true };
    chunks.push(value);
    size += value.byteLength;
  }
  // As in `readBytes`: the server throws the rest away.
  reader?.releaseLock();
  return { bytes: Buffer.concat(chunks), isWhole: reader === undefined };
}

const wholePairs = (bytes: Buffer<ArrayBuffer>) => bytes.subarray(0, Math.max(0, bytes.lastIndexOf('&')));

function wholeParts(bytes: Buffer<ArrayBuffer>, boundary: string): Buffer<ArrayBuffer> {
  const end = bytes.lastIndexOf(`\r\n--${boundary}`);
  return Buffer.concat([bytes.subarray(0, Math.max(0, end)), Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

/** The same for pages that say themselves that a file is too large: null then. */
export async function readFormWithin(request: Request, limit: number): Promise<FormData | null> {
  try {
    return await readForm(request, limit);
  } catch (error) {
    if (error instanceof AppError && error.code === 'too-large') return null;
    throw error;
  }
}

export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw new AppError('too-large');
  // Cancelling would close the connection before the answer is on it; the server throws the rest away.
  const bytes = await bytesWithin(request.body, limit, (reader) => reader.releaseLock());
  if (!bytes) throw new AppError('too-large');
  return bytes;
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** All bytes of a stream; null for one that is larger, of which no more is held, and whose rest `leave` sees to. */
export async function bytesWithin(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
  leave: (reader: Reader) => void | Promise<void>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await leave(reader);
      return null;
    }
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
