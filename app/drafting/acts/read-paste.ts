import { countLetters, namedLetters } from '#app/text/html/html-letters.ts';
import { htmlText, readHtml } from '#app/text/html/read-html.ts';
import { groupDone } from './done-list.ts';
import type { ImportReport } from './import-report.ts';

/**
 * The text of what was pasted with its looks, and what was done with the rest. The plain text that the program gave along is taken where
 * it says the same, and where the page would have fewer words: then `done` is null. Throws TextLimitError for too large a page.
 */
export function readPaste(page: string, plain: string): { text: string; done: ImportReport['done'] | null } {
  const reading = readHtml(page);
  const text = htmlText(reading);
  const isSame = onlyWords(text) === onlyWords(plain) && reading.done.length === 0;
  const isLess = countLetters(text) + namedLetters(reading) < countLetters(plain);
  return isSame || isLess ? { text: plain, done: null } : { text, done: groupDone(reading.done) };
}

const onlyWords = (text: string): string => text.replace(/\s+/g, '');
