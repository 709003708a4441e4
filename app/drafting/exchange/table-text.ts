import { fileKind } from '#app/text/docx/file-kind.ts';
import { decodeSource } from '#app/text/parse/decode-source.ts';

export type TableText =
  | { ok: true; text: string }
  | { ok: false; key: 'register.import.unreadable' | 'register.import.sheet' | 'register.import.not-table' };

/** The text of a table of remarks in whatever encoding; or what the file is instead. */
export function tableText(bytes: Uint8Array, name: string): TableText {
  const kind = fileKind(bytes, name);
  if (kind === 'sheet') return { ok: false, key: 'register.import.sheet' };
  if (kind !== 'text') return { ok: false, key: 'register.import.not-table' };
  const text = decodeSource(bytes);
  return text === null ? { ok: false, key: 'register.import.unreadable' } : { ok: true, text };
}
