import { child, type XmlNode } from '../docx/xml.ts';
import { escapeXml } from './written.ts';

/** Who changed something, and what: the words of a deletion stand here, apart from the text. */
export type Change = { kind: 'insertion' | 'deletion' | 'format'; marks: string; deleted: XmlNode[] };

/** The tracked changes of a text by their ids. */
export function changesOf(body: XmlNode | null): Map<string, Change> {
  const found = new Map<string, Change>();
  for (const region of child(body, 'text:tracked-changes')?.children ?? []) {
    if (region.name !== 'text:changed-region') continue;
    const id = region.attributes['xml:id'] ?? region.attributes['text:id'] ?? '';
    const node = region.children.find(({ name }) => /^text:(?:insertion|deletion|format-change)$/.test(name));
    if (node === undefined) continue;
    found.set(id, {
      kind: node.name === 'text:insertion' ? 'insertion' : node.name === 'text:deletion' ? 'deletion' : 'format',
      marks: marksOf(child(node, 'office:change-info')),
      deleted: node.children.filter(({ name }) => name !== 'office:change-info' && name !== '#text'),
    });
  }
  return found;
}

/** Author and time as attributes of Word. */
export function marksOf(info: XmlNode | null): string {
  const words = (name: string): string =>
    (child(info, name)?.children ?? [])
      .map(({ text }) => text)
      .join('')
      .trim();
  // LibreOffice writes nanoseconds and no zone.
  const date = words('dc:date').replace(/\.\d+$/, '');
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(date) ? `${date}Z` : date;
  return ` w:author="${escapeXml(words('dc:creator'))}" w:date="${escapeXml(moment)}"`;
}
