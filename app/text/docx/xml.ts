import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { countElements, MAX_DEPTH } from './measure-xml.ts';
import { DOCX_LIMITS, DocxError } from './zip.ts';

/** An element with its attributes and children in document order; text has the name "#text". */
export type XmlNode = { name: string; attributes: Readonly<Record<string, string>>; children: XmlNode[]; text: string };

type RawNode = { [key: string]: unknown };

/**
 * Parses one part; its elements are taken from the `budget`, and counted before anything is built of them. Document type
 * declarations and entities are refused; prefixes of names are kept.
 */
export function parseXml(
  source: string,
  part: string,
  budget: { elements: number } = { elements: DOCX_LIMITS.elements },
): XmlNode {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(source))
    throw new DocxError(`${part} declares a document type or entities, which is not allowed`, 'entities');
  budget.elements -= countElements(source, part, budget.elements);
  if (XMLValidator.validate(source) !== true) throw new DocxError(`${part} is not well-formed XML`);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    maxNestedTags: MAX_DEPTH,
    ignorePiTags: true,
    ignoreDeclaration: true,
  });
  let raw: unknown;
  try {
    raw = parser.parse(source);
  } catch (error) {
    throw new DocxError(`${part} is not well-formed XML`, 'damaged', { cause: error });
  }
  if (!Array.isArray(raw)) throw new DocxError(`${part} is not well-formed XML`);
  const roots = raw.map((node) => toNode(node as RawNode, 0, part)).filter((node) => node.name !== '#text');
  const root = roots[0];
  if (root === undefined) throw new DocxError(`${part} holds no XML element`);
  return root;
}

function toNode(raw: RawNode, depth: number, part: string): XmlNode {
  if (depth > MAX_DEPTH) throw new DocxError(`${part} is nested deeper than ${MAX_DEPTH} elements`, 'too-big');
  const name = Object.keys(raw).find((key) => key !== ':@') ?? '#text';
  const value = raw[name];
  if (name === '#text') return { name, attributes: {}, children: [], text: decodeEntities(String(value ?? '')) };
  const attributes: Record<string, string> = {};
  for (const [key, attribute] of Object.entries((raw[':@'] as RawNode | undefined) ?? {}))
    attributes[key] = decodeEntities(String(attribute));
  const children = Array.isArray(value) ? value.map((child) => toNode(child as RawNode, depth + 1, part)) : [];
  return { name, attributes, children, text: '' };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five named entities and character numbers; anything else stays as written. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** First child element with a name, null when there is none. */
export function child(node: XmlNode | null, name: string): XmlNode | null {
  return node?.children.find((one) => one.name === name) ?? null;
}

/** The w:val attribute, null when the element or the attribute is missing. */
export function val(node: XmlNode | null): string | null {
  return node?.attributes['w:val'] ?? null;
}

/** True when a switch such as <w:vanish/> is on. */
export function isOn(node: XmlNode | null): boolean {
  return node !== null && !['0', 'false', 'off', 'none'].includes(val(node) ?? '1');
}
