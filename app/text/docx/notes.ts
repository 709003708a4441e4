import { partOf, type DocxPackage } from './package.ts';
import type { RunContext } from './runs.ts';
import type { XmlNode } from './xml.ts';

/** The notes of a document in the order in which they are referred to, with the number each is printed with; those that are not there are left out. */
export function referredNotes(file: DocxPackage, { footnotes }: RunContext): { number: number; node: XmlNode }[] {
  if (footnotes.length === 0) return [];
  const byId = { footnote: notesOf(file, 'footnotes'), endnote: notesOf(file, 'endnotes') };
  return footnotes.flatMap(({ kind, id }, index) => {
    const node = byId[kind].get(id);
    return node === undefined ? [] : [{ number: index + 1, node }];
  });
}

function notesOf(file: DocxPackage, kind: string): Map<string, XmlNode> {
  const notes = new Map<string, XmlNode>();
  for (const node of partOf(file, kind)?.children ?? []) {
    const id = node.attributes['w:id'];
    if (id !== undefined && !notes.has(id)) notes.set(id, node);
  }
  return notes;
}
