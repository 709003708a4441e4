import { sha256 } from '#app/hash/sha256.server.ts';
import { customProperties, slimDocx } from '#app/documents/word/package-origin.ts';
import { readTrackedDocx, type TrackedReading } from '#app/documents/word/read-tracked.ts';
import { asDocx } from '#app/text/odt/as-docx.ts';
import { fileKind, type FileKind } from '#app/text/docx/file-kind.ts';
import { DocxError } from '#app/text/docx/zip.ts';
import { TextLimitError } from '#app/text/tree/limits.ts';
import { readOrigin, type FileOrigin } from './file-origin.ts';

/** `slim` is what travels with the page; `hash` (SHA-256, hex) is the same for the same words, whatever the file is called. */
export type ReadFile = { slim: Uint8Array; hash: string; reading: TrackedReading; origin: FileOrigin | null };
export type ReadFileError = {
  code: 'docx' | 'too-big' | 'entities' | `kind-${Exclude<FileKind, 'text' | 'docx' | 'odt'>}`;
};
export type ReadFileResult = { ok: true; value: ReadFile } | { ok: false; error: ReadFileError };

/** A .docx or .odt with its tracked changes and where it says it comes from. For the threads: `openReturned` is the way to it. */
export function readFile(bytes: Uint8Array): ReadFileResult {
  const kind = fileKind(bytes, 'a.docx');
  if (kind !== 'docx' && kind !== 'odt' && kind !== 'text') return { ok: false, error: { code: `kind-${kind}` } };
  try {
    const slim = slimDocx(asDocx(bytes).docx);
    const hash = sha256(slim);
    return {
      ok: true,
      value: { slim, hash, reading: readTrackedDocx(slim), origin: readOrigin(customProperties(slim)) },
    };
  } catch (error) {
    if (error instanceof TextLimitError) return { ok: false, error: { code: 'too-big' } };
    if (error instanceof DocxError)
      return { ok: false, error: { code: error.code === 'damaged' ? 'docx' : error.code } };
    // Whatever the reader trips over on bytes of a stranger is no sound file: a damaged directory reads past the end.
    if (error instanceof RangeError) return { ok: false, error: { code: 'docx' } };
    throw error;
  }
}
