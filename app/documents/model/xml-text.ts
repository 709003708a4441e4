const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters no XML document may hold; they become U+FFFD, so that nobody takes the place for empty. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text without the characters that XML cannot hold. */
export function xmlSafe(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd');
}

/** Text for XML content and double-quoted attributes. */
export function escapeXml(text: string): string {
  return xmlSafe(text).replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
}
