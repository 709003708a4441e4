import { child, type XmlNode } from '../docx/xml.ts';
import { attribute, escapeXml } from './written.ts';

/** Levels that the word processors know. */
const LEVELS = 9;
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '': 'none',
};

/** A list on the way down: the number of its counters, and the one its paragraphs name. */
export type OpenList = { style: string; numId: number };

/**
 * Lists of an OpenDocument text as the numbering part of a .docx. A list has counters of its own, unless it goes on with another; a
 * start of its own for an item is a further instance of the same counters.
 */
export class ListTable {
  readonly #styles = new Map<string, XmlNode>();
  readonly #abstracts: string[] = [];
  readonly #instances: string[] = [];
  /** Counters (numbers of abstract lists) of each instance. */
  readonly #counters = new Map<number, number>();
  readonly #byId = new Map<string, OpenList>();
  readonly #lastOfStyle = new Map<string, OpenList>();
  #outline: number | null = null;

  add(node: XmlNode): void {
    const name = node.name === 'text:outline-style' ? OUTLINE : (node.attributes['style:name'] ?? '');
    if (!this.#styles.has(name)) this.#styles.set(name, node);
  }

  /** The list that begins here, or goes on with one by its id or with the last of its style. */
  open(list: XmlNode, style: string): OpenList {
    const { attributes } = list;
    const named = this.#byId.get(attributes['text:continue-list'] ?? '');
    const last = attributes['text:continue-numbering'] === 'true' ? this.#lastOfStyle.get(style) : undefined;
    const open = { style, numId: (named ?? last)?.numId ?? this.#instance(this.#abstract(style), null) };
    const id = attributes['xml:id'] ?? attributes['text:id'] ?? '';
    if (id !== '') this.#byId.set(id, open);
    this.#lastOfStyle.set(style, open);
    return open;
  }

  /** The same counters with a start of their own from here on. */
  startAt(list: OpenList, level: number, start: number): void {
    list.numId = this.#instance(this.#counters.get(list.numId)!, { level, start });
  }

  /** The instance of headings that the outline numbers; null where it numbers none of this level. */
  outline(level: number): number | null {
    const own = levelOf(this.#styles.get(OUTLINE), level);
    if (own === undefined || (own.attributes['style:num-format'] ?? '') === '') return null;
    this.#outline ??= this.#instance(this.#abstract(OUTLINE), null);
    return this.#outline;
  }

  /** A paragraph of a list that does not say which list it continues. */
  instanceOfId(id: string, style: string): number {
    const known = this.#byId.get(id);
    if (known !== undefined) return known.numId;
    const numId = this.#instance(this.#abstract(style), null);
    if (id !== '') this.#byId.set(id, { style, numId });
    return numId;
  }

  /** The numbering part. */
  written(): string {
    return [...this.#abstracts, ...this.#instances].join('');
  }

  #abstract(style: string): number {
    const id = this.#abstracts.length + 1;
    const levels = Array.from({ length: LEVELS }, (_, level) => writtenLevel(this.#styles.get(style), level));
    this.#abstracts.push(`<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`);
    return id;
  }

  #instance(abstract: number, override: { level: number; start: number } | null): number {
    const numId = this.#counters.size + 1;
    this.#counters.set(numId, abstract);
    const start =
      override === null
        ? ''
        : `<w:lvlOverride w:ilvl="${override.level}"><w:startOverride w:val="${override.start}"/></w:lvlOverride>`;
    this.#instances.push(`<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstract}"/>${start}</w:num>`);
    return numId;
  }
}

const OUTLINE = ' outline';

function levelOf(style: XmlNode | undefined, level: number): XmlNode | undefined {
  return style?.children.find((one) => one.attributes['text:level'] === String(level + 1));
}

function writtenLevel(style: XmlNode | undefined, level: number): string {
  const node = levelOf(style, level);
  if (node === undefined) return `<w:lvl w:ilvl="${level}"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>`;
  const { attributes } = node;
  if (!/number|outline/.test(node.name)) {
    const sign = attributes['text:bullet-char'] ?? '•';
    return `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/><w:lvlText w:val="${escapeXml(sign)}"/></w:lvl>`;
  }
  const format = FORMATS[attributes['style:num-format'] ?? ''] ?? 'decimal';
  return (
    `<w:lvl w:ilvl="${level}"><w:start w:val="${Number.parseInt(attribute(node, 'text:start-value', '1'), 10) || 0}"/>` +
    `<w:numFmt w:val="${format}"/><w:lvlText w:val="${escapeXml(patternOf(node, level, style!))}"/></w:lvl>`
  );
}

/** "%1.%2)": as the file says it, or made of what stands before, between and behind the numbers. */
function patternOf(node: XmlNode, level: number, style: XmlNode): string {
  const { attributes } = node;
  const stated = attributes['loext:num-list-format'] ?? attributes['style:num-list-format'];
  if (stated !== undefined) return stated.replace(/%(\d{1,2})%/g, '%$1');
  const [before, behind] = [attributes['style:num-prefix'] ?? '', attributes['style:num-suffix'] ?? ''];
  if ((attributes['style:num-format'] ?? '') === '') return before + behind;
  const shown = Math.min(Math.max(1, Number.parseInt(attributes['text:display-levels'] ?? '1', 10) || 1), level + 1);
  const numbers = Array.from({ length: shown }, (_, i) => level - shown + 2 + i).filter(
    (one) => one === level + 1 || (levelOf(style, one - 1)?.attributes['style:num-format'] ?? '') !== '',
  );
  return before + numbers.map((one) => `%${one}`).join('.') + behind;
}

/** The name of the list style that a paragraph style brings with it. */
export function listStyleOf(styles: ReadonlyMap<string, XmlNode>, name: string): string {
  let at: string | undefined = name;
  for (let guard = 0; at !== undefined && guard < 20; guard += 1) {
    const style: XmlNode | undefined = styles.get(at);
    const own = style?.attributes['style:list-style-name'];
    if (own !== undefined) return own;
    at = style?.attributes['style:parent-style-name'];
  }
  return '';
}

/** True where a style hides its words. */
export function isHidden(styles: ReadonlyMap<string, XmlNode>, name: string): boolean {
  let at: string | undefined = name;
  for (let guard = 0; at !== undefined && guard < 20; guard += 1) {
    const style: XmlNode | undefined = styles.get(at);
    const display = child(style ?? null, 'style:text-properties')?.attributes['text:display'];
    if (display !== undefined) return display === 'none';
    at = style?.attributes['style:parent-style-name'];
  }
  return false;
}
