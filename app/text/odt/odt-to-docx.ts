import { zipSync } from 'fflate';
import { openPackage, type DocxPackage } from '../docx/package.ts';
import { lettersOf } from '../docx/words-in.ts';
import { child, type XmlNode } from '../docx/xml.ts';
import { DOCX_LIMITS, DocxError } from '../docx/zip.ts';
import { changesOf } from './changes.ts';
import { ListTable } from './lists.ts';
import { TextWriter } from './text-writer.ts';
import { escapeXml } from './written.ts';

/**
 * An OpenDocument text (.odt) as a .docx with the same words, lists, notes, comments and tracked changes, so that one reader reads
 * both. `letters` are the letters and digits of the file, counted on their own. Bounded like a .docx; throws DocxError for what is no
 * sound file.
 */
export function odtToDocx(bytes: Uint8Array): { docx: Uint8Array; letters: number } {
  const file = openPackage(bytes);
  const content = file.xml('content.xml');
  const body = child(child(content, 'office:body'), 'office:text');
  if (body === null) throw new DocxError('the file is not an .odt text (office:text is missing)');
  const styles = file.xml('styles.xml');
  const named = new Map<string, XmlNode>();
  const lists = new ListTable();
  for (const root of [content, styles])
    for (const group of root?.children ?? [])
      for (const style of group.children) {
        if (style.name === 'style:style')
          named.set(
            named.has(style.attributes['style:name'] ?? '') ? '' : (style.attributes['style:name'] ?? ''),
            style,
          );
        if (style.name === 'text:list-style' || style.name === 'text:outline-style') lists.add(style);
      }
  const writer = new TextWriter({
    changes: changesOf(body),
    styles: named,
    lists,
    object: (name) => file.xml(`${name.replace(/^\.\//, '')}/content.xml`),
    left: DOCX_LIMITS.partBytes,
  });
  const text = writer.blocks(body.children);
  const margins = marginsOf(styles).map(({ kind, nodes }) => ({ kind, words: writer.apart(nodes) }));
  const parts: Record<string, string> = {
    '_rels/.rels': RELATIONS,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${text}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${NAMESPACES}>${HEADINGS}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${NAMESPACES}>${lists.written()}</w:numbering>`,
    'word/footnotes.xml': `<w:footnotes ${NAMESPACES}>${writer.footnotes.join('')}</w:footnotes>`,
    'word/endnotes.xml': `<w:endnotes ${NAMESPACES}>${writer.endnotes.join('')}</w:endnotes>`,
    'word/comments.xml': `<w:comments ${NAMESPACES}>${writer.comments.join('')}</w:comments>`,
    'docProps/custom.xml': propertiesOf(file),
  };
  margins.forEach(({ kind, words }, i) => {
    parts[`word/${kind}${i + 1}.xml`] =
      `<w:${kind === 'header' ? 'hdr' : 'ftr'} ${NAMESPACES}>${words}</w:${kind === 'header' ? 'hdr' : 'ftr'}>`;
  });
  const encoded = Object.entries(parts).map(([name, xml]) => [name, new TextEncoder().encode(xml)] as const);
  const letters =
    writer.fromObjects +
    lettersWithin(body) +
    marginsOf(styles).reduce((sum, { nodes }) => nodes.reduce((all, one) => all + lettersWithin(one), sum), 0);
  return { docx: zipSync(Object.fromEntries(encoded), { level: 6, mtime: new Date(1980, 0, 1) }), letters };
}

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const HEADINGS = Array.from(
  { length: 9 },
  (_, i) =>
    `<w:style w:type="paragraph" w:styleId="Heading${i + 1}"><w:name w:val="heading ${i + 1}"/><w:pPr><w:outlineLvl w:val="${i}"/></w:pPr></w:style>`,
).join('');

function marginsOf(styles: XmlNode | null): { kind: 'header' | 'footer'; nodes: XmlNode[] }[] {
  const pages = child(styles, 'office:master-styles')?.children ?? [];
  return pages.flatMap((page) =>
    page.children.flatMap(({ name, attributes, children }) => {
      const kind = /^(?:style|loext):(header|footer)(?:-left|-first)?$/.exec(name)?.[1];
      if (kind === undefined || attributes['style:display'] === 'false') return [];
      return [{ kind: kind as 'header' | 'footer', nodes: children }];
    }),
  );
}

/** Properties that people or programs gave the file by name. */
function propertiesOf(file: DocxPackage): string {
  const meta = child(file.xml('meta.xml'), 'office:meta')?.children ?? [];
  const properties = meta
    .filter(({ name }) => name === 'meta:user-defined')
    .map(
      ({ attributes, children }) =>
        `<property name="${escapeXml(attributes['meta:name'] ?? '')}"><vt:lpwstr>${escapeXml(children.map(({ text }) => text).join(''))}</vt:lpwstr></property>`,
    );
  return `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${properties.join('')}</Properties>`;
}

/** Names of people, times, and numbers of notes, which the file holds beside its words. */
const BESIDE = new Set([
  'office:change-info',
  'dc:creator',
  'dc:date',
  'dc:initials',
  'meta:creator-initials',
  'loext:sender-initials',
  'text:note-citation',
  'svg:title',
  'svg:desc',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'text:index-title-template',
  'office:event-listeners',
]);

function lettersWithin(node: XmlNode): number {
  if (node.name === '#text') return lettersOf(node.text);
  if (BESIDE.has(node.name) || node.name.endsWith('-source')) return 0;
  return node.children.reduce((sum, one) => sum + lettersWithin(one), 0);
}
