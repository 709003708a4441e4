import { countHtmlLetters, lettersRead } from '#app/text/html/html-letters.ts';
import { htmlText, readHtml } from '#app/text/html/read-html.ts';
import { TextLimitError } from '#app/text/tree/limits.ts';
import { groupDone } from './done-list.ts';
import type { ImportReport } from './import-report.ts';

export type HtmlTextResult = { ok: true; text: string; report: ImportReport } | { ok: false; code: 'too-much' };

/** The text of the source of a page, and what was done with everything in it that is no plain text. */
export function readHtmlText(source: string): HtmlTextResult {
  try {
    const reading = readHtml(source);
    const letters = countHtmlLetters(source);
    return {
      ok: true,
      text: htmlText(reading),
      report: {
        changes: null,
        done: groupDone([{ kind: 'html', words: '' }, ...reading.done]),
        letters: { file: letters, missing: letters - lettersRead(reading) },
      },
    };
  } catch (error) {
    if (error instanceof TextLimitError) return { ok: false, code: 'too-much' };
    throw error;
  }
}
