import { composed, plainForms } from '#app/text/tree/compose.ts';
import { xmlSafe } from '../model/xml-text.ts';

/** Letters of which it is known at a glance that there is nothing to do about them. */
const PLAIN = /^[\n\x20-\x7e\xa0-\xac\xae-\u017f\u2013-\u2022\u2026]*$/;

/** Ends of lines, however a program writes them. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Spaces at which a line may end; those at which none may stay what they are. */
const SPACES = /[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]/g;

/** Signs that show nothing by themselves: soft hyphens, marks of direction, fillers. Joiners and choosers of a shape stay: they belong to the letter before them. */
const INVISIBLE =
  /(?!\p{Join_Control}|\p{Variation_Selector}|[\u{e0020}-\u{e007f}])[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** Letters of lead type that were cast together; readers and programs look for the single ones. */
const LIGATURES = /[\ufb00-\ufb06\ufb13-\ufb17]/g;

/**
 * Text as it is printed: marks composed with their letters (NFC), ligatures taken apart, tabs and wide spaces as a space, every end of
 * a line as '\n', nothing that is not seen. Characters that no document may hold become U+FFFD, so that nobody takes the place for empty.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  const lines = xmlSafe(text.replace(LINE_ENDS, '\n')).replace(SPACES, ' ').replace(INVISIBLE, '');
  return composed(lines.replace(LIGATURES, plainForms));
}

/** The same on one line, for titles and bookmarks. */
export function printableLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ');
}
