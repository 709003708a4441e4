import { parseXml, type XmlNode } from './xml.ts';
import { DOCX_LIMITS, DocxError, readZipDirectory, unpackPart } from './zip.ts';

/** A .docx of which parts can be read by name; null for one that is not there. What all of them take is bounded together. */
export type DocxPackage = { text: (name: string) => string | null; xml: (name: string) => XmlNode | null };

/** Opens a .docx by its directory. Throws DocxError, here and from its parts, for anything that is no sound .docx or breaks a bound. */
export function openPackage(bytes: Uint8Array): DocxPackage {
  const entries = readZipDirectory(bytes);
  let left: number = DOCX_LIMITS.partBytes;
  const budget: { elements: number } = { elements: DOCX_LIMITS.elements };
  const text = (name: string): string | null => {
    const entry = entries.get(name);
    if (entry === undefined) return null;
    left -= entry.size;
    if (left < 0) throw new DocxError(`the document unpacks to more than ${DOCX_LIMITS.partBytes} bytes`, 'too-big');
    return unpackPart(bytes, entry);
  };
  const xml = (name: string): XmlNode | null => {
    const source = text(name);
    return source === null ? null : parseXml(source, name, budget);
  };
  return { text, xml };
}

/** The body of the document, which every .docx has. */
export function bodyOf(file: DocxPackage): XmlNode {
  const main = file.xml('word/document.xml');
  if (main === null) throw new DocxError('the file is not a .docx document (word/document.xml is missing)');
  const body = main.children.find((one) => one.name === 'w:body');
  if (body === undefined) throw new DocxError('the document has no body');
  return body;
}
