import { partOf, type DocxPackage } from './package.ts';
import type { XmlNode } from './xml.ts';

/** Notes of one kind ("footnotes", "endnotes") by their ids; of two with one id the first. */
export function notesOf(file: DocxPackage, kind: string): Map<string, XmlNode> {
  const notes = new Map<string, XmlNode>();
  for (const node of partOf(file, kind)?.children ?? []) {
    const id = node.attributes['w:id'];
    if (id !== undefined && !notes.has(id)) notes.set(id, node);
  }
  return notes;
}
