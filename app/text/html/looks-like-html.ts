/** Marks that make words a page of HTML, wherever they stand: an act never has three of them. */
const BLOCK = /^\/?(?:p|div|span|ol|ul|li|br|h[1-6]|table|tr|td|th|html|head|body|meta|style|b|i|u|strong|em|font)$/i;
const ENOUGH = 3;
const LOOKED_AT = 400_000;

/** Whether pasted words are the source of a page and not what the page says. */
export function looksLikeHtml(source: string): boolean {
  const head = source.slice(0, LOOKED_AT);
  if (/^\s*(?:<!doctype\s+html|<html[\s>]|Version:\d[\d.]*\s+StartHTML:)/i.test(head.slice(0, 200))) return true;
  let found = 0;
  for (let at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
    const name = /^<(\/?[a-z][a-z0-9]{0,8})(?:>|\s[^<>]{0,2000}>|\s*\/>)/i.exec(head.slice(at, at + 2_020))?.[1];
    if (name !== undefined && BLOCK.test(name) && (found += 1) >= ENOUGH) return true;
  }
  return false;
}
