/** A node of a graph as JSON-LD writes it, and the same as Turtle: the part of both that catalogue records need. */

export type RdfValue = { '@id': string } | { '@value': string; '@language'?: string; '@type'?: string } | RdfNode;
export type RdfNode = {
  '@id'?: string;
  '@type': string;
  [property: string]: RdfValue | RdfValue[] | string | undefined;
};

const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'http://schema.org/',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** Nodes as one JSON-LD document. */
export function toJsonLd(nodes: readonly RdfNode[]): Record<string, unknown> {
  return { '@context': prefixes, '@graph': nodes };
}

/** Nodes as Turtle (RDF 1.1): the same statements, in the same order. */
export function toTurtle(nodes: readonly RdfNode[]): string {
  const head = Object.entries(prefixes).map(([prefix, address]) => `@prefix ${prefix}: <${address}> .`);
  return [
    ...head,
    '',
    ...nodes.flatMap(named).map((node) => `${subjectOf(node)} ${propertiesOf(node, '  ')} .\n`),
  ].join('\n');
}

/** A node with the named nodes inside it: in Turtle each of them is a subject of its own, and nameless ones stay where they are. */
function named(node: RdfNode): RdfNode[] {
  const inner = Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
  return [node, ...inner.flatMap((each) => named(each).filter((one) => one['@id'] !== undefined))];
}

function isNode(value: unknown): value is RdfNode {
  return typeof value === 'object' && value !== null && '@type' in value && !('@value' in value);
}

function subjectOf(node: RdfNode): string {
  return node['@id'] === undefined ? '[]' : iri(node['@id']);
}

function propertiesOf(node: RdfNode, indent: string): string {
  const lines = Object.entries(node).flatMap(([property, value]) => {
    if (property === '@id' || value === undefined) return [];
    if (property === '@type') return [`a ${String(value)}`];
    const values = Array.isArray(value) ? value : [value];
    return values.length === 0 ? [] : [`${property} ${values.map((each) => objectOf(each, `${indent}  `)).join(', ')}`];
  });
  return lines.join(` ;\n${indent}`);
}

function objectOf(value: RdfValue | string, indent: string): string {
  if (typeof value === 'string') return literal(value);
  if ('@value' in value) {
    const literalValue = value as { '@value': string; '@language'?: string; '@type'?: string };
    return `${literal(literalValue['@value'])}${literalValue['@language'] ? `@${literalValue['@language']}` : literalValue['@type'] ? `^^${literalValue['@type']}` : ''}`;
  }
  if (!isNode(value) || value['@id'] !== undefined) return iri(String(value['@id']));
  const node = value;
  return `[\n${indent}${propertiesOf(node, indent)}\n${indent.slice(2)}]`;
}

/** Characters that may not stand in an address are escaped, so that none ends it early. */
function iri(address: string): string {
  return `<${address.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)}>`;
}

function literal(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
