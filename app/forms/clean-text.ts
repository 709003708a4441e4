/** Typed words as they are kept: no control characters (a database refuses some), no blanks at line ends and around the whole. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]/g, '')
    .replace(/[ \t]+$/gm, '')
    .trim();
}
