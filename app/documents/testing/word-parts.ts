import { docxOf } from './hostile-docx.ts';

const NAMESPACES = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  dgm: 'http://schemas.openxmlformats.org/drawingml/2006/diagram',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
};
const DECLARED = Object.entries(NAMESPACES)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const rootOf = (name: string, inside: string): string =>
  `<?xml version="1.0"?><${name} ${DECLARED}>${inside}</${name}>`;
export const runOf = (words: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
export const lineOf = (inside: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
export const by = (name: string, inside = ''): string =>
  `<w:${name} w:id="1" w:author="Anna" w:date="2026-01-02T03:04:00Z">${inside}</w:${name}>`;
export const numbered = (level: number, change = ''): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/>${change}</w:numPr>`;

const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const NUMBERING = rootOf(
  'w:numbering',
  `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2.')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
);

/** A .docx with one list, and further parts with what the main part calls them: [kind, name, content]. */
export function wordOf(
  body: string,
  parts: readonly (readonly [kind: string, name: string, content: string])[] = [],
): Uint8Array {
  const all = [['numbering', 'numbering.xml', NUMBERING] as const, ...parts];
  const relations = all
    .map(([kind, name], at) => `<Relationship Id="r${at}" Type="${OFFICE}/${kind}" Target="${name}"/>`)
    .join('');
  return docxOf({
    'word/document.xml': rootOf('w:document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    ...Object.fromEntries(all.map(([, name, content]) => [`word/${name}`, content])),
  });
}
