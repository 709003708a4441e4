import { zipSync } from 'fflate';
import { openPackage, partsOf, type DocxPackage } from '#app/text/docx/package.ts';
import { relationshipsOf } from '#app/text/docx/relationships.ts';
import { child } from '#app/text/docx/xml.ts';

const CUSTOM = 'docProps/custom.xml';

/** Kinds of parts that reading a document takes; pictures, fonts and themes stay out. */
const KINDS = [
  'comments',
  'footnotes',
  'endnotes',
  'numbering',
  'styles',
  'header',
  'footer',
  'aFChunk',
  'diagramData',
] as const;

/** Names of everything that reading a document takes. */
function partsToKeep(file: DocxPackage): string[] {
  const parts = [file.main, ...KINDS.flatMap((kind) => partsOf(file, kind))];
  return ['_rels/.rels', ...new Set(parts), relationshipsOf(file.main), CUSTOM];
}

/** Properties the file was given by name; empty when it has none. Throws DocxError for anything that is no sound .docx. */
export function customProperties(bytes: Uint8Array): Map<string, string> {
  const root = openPackage(bytes).xml(CUSTOM);
  const found = new Map<string, string>();
  for (const property of root?.children ?? []) {
    const value = property.children.find((one) => one.name.startsWith('vt:')) ?? child(property, 'lpwstr');
    if (value !== null && value !== undefined)
      found.set(property.attributes.name ?? '', value.children.map(({ text }) => text).join(''));
  }
  return found;
}

/**
 * The file without what nobody reads of it, the same bytes for the same words: what travels with a page, and what tells
 * whether a file was here before. Throws DocxError for anything that is no sound .docx or breaks a bound.
 */
export function slimDocx(bytes: Uint8Array): Uint8Array {
  const file = openPackage(bytes);
  const parts = partsToKeep(file).flatMap((name) => {
    const text = file.text(name);
    return text === null ? [] : [[name, new TextEncoder().encode(text)] as const];
  });
  return zipSync(Object.fromEntries(parts), { level: 6, mtime: new Date(1980, 0, 1) });
}
