import { withKnownPrefixes } from './namespaces.ts';
import { readRelationships, relationshipsOf, type Relationship } from './relationships.ts';
import { parseXml, type XmlNode } from './xml.ts';
import { DOCX_LIMITS, DocxError, readZipDirectory, unpackBytes, unpackPart, type ZipEntry } from './zip.ts';

/** A .docx of which parts can be read by name; null for one that is not there. What all of them take is bounded together. */
export type DocxPackage = {
  /** Names of all parts, in the order of the directory. */
  names: readonly string[];
  /** The main part: "word/document.xml" in most files. */
  main: string;
  text: (name: string) => string | null;
  /** The part as it is: a document within the document. */
  bytes: (name: string) => Uint8Array | null;
  /** The part with the prefixes the readers know. */
  xml: (name: string) => XmlNode | null;
  /** What a part refers to, in the order in which it is listed. */
  relationships: (owner: string) => Relationship[];
};

/** Opens a .docx by its directory. Throws DocxError, here and from its parts, for anything that is no sound .docx or breaks a bound. */
export function openPackage(bytes: Uint8Array): DocxPackage {
  const entries = readZipDirectory(bytes);
  const byName = new Map([...entries.keys()].map((name) => [name.toLowerCase(), name]));
  let left: number = DOCX_LIMITS.partBytes;
  const budget: { elements: number } = { elements: DOCX_LIMITS.elements };
  const part = <T>(name: string, unpack: (all: Uint8Array, entry: ZipEntry) => T): T | null => {
    // Names of parts are the same in capitals and in small letters.
    const entry = entries.get(byName.get(name.toLowerCase()) ?? '');
    if (entry === undefined) return null;
    left -= entry.size;
    if (left < 0) throw new DocxError(`the document unpacks to more than ${DOCX_LIMITS.partBytes} bytes`, 'too-big');
    return unpack(bytes, entry);
  };
  const text = (name: string): string | null => part(name, unpackPart);
  const xml = (name: string): XmlNode | null => {
    const source = text(name);
    return source === null ? null : withKnownPrefixes(parseXml(source, name, budget));
  };
  const listed = new Map<string, Relationship[]>();
  const relationships = (owner: string): Relationship[] => {
    const known = listed.get(owner) ?? readRelationships(xml(relationshipsOf(owner)), owner);
    listed.set(owner, known);
    return known;
  };
  const stated = relationships('').find(
    ({ kind, part }) => kind === 'officeDocument' && part !== null && byName.has(part.toLowerCase()),
  )?.part;
  return {
    names: [...entries.keys()],
    main: stated ?? 'word/document.xml',
    text,
    bytes: (name) => part(name, unpackBytes),
    xml,
    relationships,
  };
}

/** Parts the main part refers to by one kind ("styles", "header"); without any listed, those of the usual names. */
export function partsOf(file: DocxPackage, kind: string): string[] {
  const listed = file
    .relationships(file.main)
    .flatMap((one) => (one.kind === kind && one.part !== null ? [one.part] : []));
  if (listed.length > 0) return [...new Set(listed)];
  return file.names.filter(
    (name) => name.startsWith(`word/${kind}`) && /^\d*\.xml$/.test(name.slice(`word/${kind}`.length)),
  );
}

/** The first part of a kind as XML; null without one. */
export function partOf(file: DocxPackage, kind: string): XmlNode | null {
  const [name] = partsOf(file, kind);
  return name === undefined ? null : file.xml(name);
}

/** The body of the document, which every .docx has. */
export function bodyOf(file: DocxPackage): XmlNode {
  const main = file.xml(file.main);
  if (main === null) throw new DocxError('the file is not a .docx document (word/document.xml is missing)');
  const body = main.children.find((one) => one.name === 'w:body');
  if (body === undefined) throw new DocxError('the document has no body');
  return body;
}
