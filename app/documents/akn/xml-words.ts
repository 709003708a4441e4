import type { XmlNode } from '#app/text/docx/xml.ts';

/** All words below a node. */
export function plainText(node: XmlNode): string {
  return node.name === '#text' ? node.text : node.children.map(plainText).join('');
}

/** The same with eol as line breaks. */
export function brokenText(node: XmlNode): string {
  if (node.name === '#text') return node.text;
  return node.name === 'eol' ? '\n' : node.children.map(brokenText).join('');
}
