import type { XmlNode } from '#app/text/docx/xml.ts';

export type NamedRoot = { root: XmlNode; namespace: string };

/** The same tree without prefixes in the names of elements, and the namespace of its root. */
export function withLocalNames(node: XmlNode): NamedRoot {
  const [first = '', second] = node.name.split(':');
  const namespace = node.attributes[second === undefined ? 'xmlns' : `xmlns:${first}`] ?? '';
  return { root: bare(node), namespace };
}

function bare(node: XmlNode): XmlNode {
  if (node.name === '#text') return node;
  return { ...node, name: localName(node.name), children: node.children.map(bare) };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
