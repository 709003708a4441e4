import { readDocx } from '#app/text/docx/read-docx.ts';
import { DocxError } from '#app/text/docx/zip.ts';
import { TextLimitError } from '#app/text/tree/limits.ts';

export type WordText = { ok: true; text: string } | { ok: false; code: 'docx' | 'too-much' };

/** The plain text of a .docx, or why there is none: it only calls itself a document, or it takes more work than a document may. */
export function readWordText(bytes: Uint8Array): WordText {
  try {
    return { ok: true, text: readDocx(bytes).text };
  } catch (error) {
    if (error instanceof TextLimitError) return { ok: false, code: 'too-much' };
    if (error instanceof DocxError) return { ok: false, code: error.code === 'too-big' ? 'too-much' : 'docx' };
    // Whatever the reader trips over on bytes of a stranger is no sound file: a damaged directory reads past the end.
    if (error instanceof RangeError) return { ok: false, code: 'docx' };
    throw error;
  }
}
