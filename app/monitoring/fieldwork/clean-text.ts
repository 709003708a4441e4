/** Databases refuse NUL, and other control characters have no place in a printed text. Line ends stay. */
export function cleanText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').trim();
}
