import { withHyphens } from '#app/text/tree/compose.ts';
import { withoutEnd } from '#app/text/tree/ends.ts';

/**
 * Typed words as they are kept: no control characters (a database refuses some), no blanks at line ends and around the whole.
 * The only cleaner of typed words. Linear; still its callers bound the length first.
 */
export function cleanText(text: string): string {
  return withHyphens(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]/g, '')
    .split('\n')
    .map((line) => withoutEnd(line, ' \t'))
    .join('\n')
    .trim();
}
