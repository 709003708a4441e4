import { readDocx } from '#app/text/docx/read-docx.ts';
import { decodeSource } from './decode-source.ts';
import { sourceProblem } from './source-limits.ts';

export type SourceError = { field: 'text' | 'file'; code: 'empty' | 'both' | 'encoding' | 'docx' | 'too-long' | 'kind' };
export type SourceResult = { ok: true; text: string; name: string | null } | { ok: false; error: SourceError };

/** The text of an import: pasted, or out of a .txt or .docx file. `name` is the file's, null for pasted text. */
export async function readSource({ text, file }: { text: string; file: File | null }): Promise<SourceResult> {
  const refuse = (field: SourceError['field'], code: SourceError['code']): SourceResult => ({ ok: false, error: { field, code } });
  if (!file) {
    const problem = sourceProblem(text);
    return problem ? refuse('text', problem) : { ok: true, text, name: null };
  }
  // Two sources and one draft: nobody may guess which was meant.
  if (text.trim() !== '') return refuse('file', 'both');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isDocx = /\.docx$/i.test(file.name);
  if (!isDocx && isArchive(bytes)) return refuse('file', 'kind');
  const read = isDocx ? readDocxText(bytes) : decodeSource(bytes);
  if (read === null) return refuse('file', isDocx ? 'docx' : 'encoding');
  const problem = sourceProblem(read);
  return problem ? refuse('file', problem) : { ok: true, text: read, name: file.name };
}

/** Files of word processors are archives; their names may be wrong. */
function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Null for a file that only calls itself a document: the reader throws on whatever it cannot open. */
function readDocxText(bytes: Uint8Array): string | null {
  try {
    return readDocx(bytes).text;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
