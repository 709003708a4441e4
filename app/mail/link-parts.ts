import { withoutEnd } from '#app/text/tree/ends.ts';

export type TextPart = { text: string; href: string | null };

/**
 * A plain text cut into words and addresses. An address of this installation (`own`) becomes a path, so that it works
 * under whatever host name the page is read. The texts joined are the input.
 */
export function linkParts(text: string, own: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"]+/g)) {
    // A full stop or a bracket after an address ends the sentence, not the address.
    const url = withoutEnd(match[0], '.,;:!?)]');
    if (match.index > at) parts.push({ text: text.slice(at, match.index), href: null });
    parts.push({ text: url, href: localHref(url, own) });
    at = match.index + url.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), href: null });
  return parts;
}

function localHref(url: string, own: string): string {
  if (url === own) return '/';
  return url.startsWith(`${own}/`) ? url.slice(own.length) : url;
}
