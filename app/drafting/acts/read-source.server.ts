import { runTask } from '#app/workers/run-task.server.ts';
import { decodeSource } from '#app/text/parse/decode-source.ts';
import { sourceProblem } from './source-limits.ts';
import { readWordText } from './tasks.server.ts';

export type SourceError = { field: 'text' | 'file'; code: 'empty' | 'both' | 'encoding' | 'docx' | 'too-long' | 'too-much' | 'kind' };
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
  const checked = (read: string): SourceResult => {
    const problem = sourceProblem(read);
    return problem ? refuse('file', problem) : { ok: true, text: read, name: file.name };
  };
  const isDocx = /\.docx$/i.test(file.name);
  if (!isDocx && isArchive(bytes)) return refuse('file', 'kind');
  if (isDocx) {
    const word = await runTask(readWordText, bytes);
    return word.ok ? checked(word.text) : refuse('file', word.code);
  }
  const read = decodeSource(bytes);
  return read === null ? refuse('file', 'encoding') : checked(read);
}

/** Files of word processors are archives; their names may be wrong. */
function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
