import type { XmlNode } from '../docx/xml.ts';

/** Text as it stands in XML; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

export function attribute(node: XmlNode, name: string, other = ''): string {
  return node.attributes[name] ?? other;
}
