import { runTask } from '#app/workers/run-task.server.ts';
import { fileKind, type FileKind } from '#app/text/docx/file-kind.ts';
import { decodeSource } from '#app/text/parse/decode-source.ts';
import type { ImportReport } from './import-report.ts';
import { sourceProblem } from './source-limits.ts';
import { looksLikeHtml } from '#app/text/html/looks-like-html.ts';
import { readHtmlText, readWordText } from './tasks.server.ts';

export type SourceError = {
  field: 'text' | 'file';
  code: 'empty' | 'both' | 'encoding' | 'docx' | 'too-long' | 'too-much' | 'open-changes' | RefusedKind;
};
export type SourceResult =
  | { ok: true; text: string; name: string | null; report: ImportReport | null }
  | { ok: false; error: SourceError };

/** What a file is where it cannot be read. */
type RefusedKind = `kind-${Exclude<FileKind, 'text' | 'docx' | 'odt'>}`;

/**
 * The text of an import: pasted, or out of a .txt, .docx or .odt file. `name` is the file's, null for pasted text. The source of a page
 * (HTML) is read as what the page says, and the report says so.
 */
export async function readSource({ text, file }: { text: string; file: File | null }): Promise<SourceResult> {
  const refuse = (field: SourceError['field'], code: SourceError['code']): SourceResult => ({
    ok: false,
    error: { field, code },
  });
  if (!file) {
    const problem = sourceProblem(text);
    return problem ? refuse('text', problem) : plainOrPage(text, 'text', null);
  }
  // Two sources and one draft: nobody may guess which was meant.
  if (text.trim() !== '') return refuse('file', 'both');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const checked = (read: string, report: ImportReport | null): SourceResult => {
    const problem = sourceProblem(read);
    return problem ? refuse('file', problem) : { ok: true, text: read, name: file.name, report };
  };
  const kind = fileKind(bytes, file.name);
  if (kind !== 'docx' && kind !== 'odt' && kind !== 'text') return refuse('file', `kind-${kind}`);
  if (kind !== 'text' || /\.(?:docx|odt)$/i.test(file.name)) {
    const word = await runTask(readWordText, bytes);
    return word.ok ? checked(word.text, word.report) : refuse('file', word.code);
  }
  const read = decodeSource(bytes);
  if (read === null) return refuse('file', 'encoding');
  const problem = sourceProblem(read);
  return problem ? refuse('file', problem) : plainOrPage(read, 'file', file.name);

  async function plainOrPage(source: string, field: SourceError['field'], name: string | null): Promise<SourceResult> {
    if (!looksLikeHtml(source)) return { ok: true, text: source, name, report: null };
    const page = await runTask(readHtmlText, source);
    if (!page.ok) return refuse(field, page.code);
    const empty = sourceProblem(page.text);
    return empty ? refuse(field, empty) : { ok: true, text: page.text, name, report: page.report };
  }
}
