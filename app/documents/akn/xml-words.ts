import type { XmlNode } from '#app/text/docx/xml.ts';

/** All words below a node. */
export function plainText(node: XmlNode): string {
  return node.name === '#text' ? node.text : node.children.map(plainText).join('');
}
