import type { DocxPackage } from './package.ts';
import type { RunContext } from './runs.ts';
import type { XmlNode } from './xml.ts';

/** The notes of a document in the order in which they are referred to, with the number each is printed with; those that are not there are left out. */
export function referredNotes(file: DocxPackage, { footnotes }: RunContext): { number: number; node: XmlNode }[] {
  if (footnotes.length === 0) return [];
  const byId = { footnote: notesOf(file, 'word/footnotes.xml'), endnote: notesOf(file, 'word/endnotes.xml') };
  return footnotes.flatMap(({ kind, id }, index) => {
    const node = byId[kind].get(id);
    return node === undefined ? [] : [{ number: index + 1, node }];
  });
}

function notesOf(file: DocxPackage, part: string): Map<string, XmlNode> {
  const notes = new Map<string, XmlNode>();
  for (const node of file.xml(part)?.children ?? []) {
    const id = node.attributes['w:id'];
    if (id !== undefined && !notes.has(id)) notes.set(id, node);
  }
  return notes;
}
