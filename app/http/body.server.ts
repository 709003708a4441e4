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
export async function typedIn(request: Request): Promise<{ typed: FormFailure['values'] | null; hadFile: boolean }> {
  try {
    const form = readForms.get(request) ?? (request.bodyUsed ? null : await readFields(request, bodyLimits.import));
    if (!form) return { typed: null, hadFile: false };
    return {
      typed: formValues(form),
      hadFile: [...form.values()].some((value) => typeof value !== 'string' && value.size > 0),
    };
  } catch (error) {
    if (error instanceof AppError) return { typed: null, hadFile: false };
    throw error;
  }
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
