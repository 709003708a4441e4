import { MAX_SOURCE_CHARS } from '../parse/source-limits.ts';
import { child, isOn, val, type XmlNode } from './xml.ts';
import { DOCX_LIMITS, DocxError } from './zip.ts';

/** What is met while reading runs. */
export type RunContext = {
  insertions: number;
  deletions: number;
  hidden: number;
  footnotes: Array<{ kind: 'footnote' | 'endnote'; id: string }>;
  /** Text boxes, read as paragraphs of their own after the one that anchors them. */
  boxes: XmlNode[];
  /** What has been read so far: characters, and elements looked at. A note that is referred to often is read as often. */
  characters: number;
  steps: number;
};

/** Several times what the elements of a whole document are. */
const MAX_STEPS = 4 * DOCX_LIMITS.elements;

export function createRunContext(): RunContext {
  return { insertions: 0, deletions: 0, hidden: 0, footnotes: [], boxes: [], characters: 0, steps: 0 };
}

/** Counts what is read. Throws DocxError over the bounds: few bytes may stand for many words. */
export function spend(context: RunContext, { characters = 0, steps = 0 }: { characters?: number; steps?: number }): void {
  context.characters += characters;
  context.steps += steps;
  if (context.characters > MAX_SOURCE_CHARS) throw new DocxError(`the document holds more than ${MAX_SOURCE_CHARS} characters`, 'too-big');
  if (context.steps > MAX_STEPS) throw new DocxError(`reading the document takes more than ${MAX_STEPS} steps`, 'too-big');
}

const CONTAINERS = new Set([
  'w:hyperlink', 'w:smartTag', 'w:fldSimple', 'w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:dir', 'w:bdo', 'w:r',
]);
const REMOVED = new Set(['w:del', 'w:moveFrom']);

/** Text of a paragraph as printed with tracked insertions accepted and deletions gone. */
export function readRuns(node: XmlNode, context: RunContext): string {
  let text = '';
  // Looking at the end of a growing text copies all of it: only its last piece is looked at.
  let last = '';
  for (const one of node.children) {
    spend(context, { steps: 1 });
    const piece = readInline(one, node, context, last);
    if (piece !== '') last = piece;
    text += piece;
  }
  return text;
}

function readInline(node: XmlNode, parent: XmlNode, context: RunContext, before: string): string {
  if (REMOVED.has(node.name)) {
    context.deletions += 1;
    return '';
  }
  if (node.name === 'w:ins' || node.name === 'w:moveTo') context.insertions += 1;
  if (node.name === 'w:r') return readRun(node, context, before);
  if (CONTAINERS.has(node.name)) return readRuns(node, context);
  const words = readLeaf(node, parent, context);
  spend(context, { characters: words.length });
  return words;
}

/** Words of one run; `before` is the last that stands in front of it in the paragraph. Removed words (w:delText) are read too. */
export function readRun(run: XmlNode, context: RunContext, before: string): string {
  const properties = child(run, 'w:rPr');
  if (isOn(child(properties, 'w:vanish')) && child(properties, 'w:vanish') !== null) {
    context.hidden += 1;
    return '';
  }
  const text = readRuns(run, context);
  const raised = val(child(properties, 'w:vertAlign')) === 'superscript';
  // A raised number behind a number is part of the mark of a unit (art. 385[1]); behind a letter it is a power (m2).
  return raised && /^\d{1,3}$/.test(text) && /\d$/.test(before) ? `[${text}]` : text;
}

function readLeaf(node: XmlNode, parent: XmlNode, context: RunContext): string {
  switch (node.name) {
    case 'w:t':
    case 'w:delText':
      return node.children.map((one) => one.text).join('');
    case 'w:tab':
    case 'w:ptab':
      return parent.name === 'w:r' ? '\t' : '';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return symbol(node);
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return note(node, context);
    case 'mc:AlternateContent':
      return alternate(node, context);
    case 'w:drawing':
    case 'w:pict':
      collectBoxes(node, context);
      return '';
    default:
      return '';
  }
}

function symbol(node: XmlNode): string {
  const code = Number.parseInt(node.attributes['w:char'] ?? '', 16);
  if (!Number.isFinite(code)) return '';
  if (code === 0xf0a7 || code === 0xa7) return '§';
  if (code === 0xf02d || code === 0xf0be) return '–';
  return code >= 0xf000 && code <= 0xf0ff ? '•' : String.fromCharCode(code);
}

function note(node: XmlNode, context: RunContext): string {
  const kind = node.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
  context.footnotes.push({ kind, id: node.attributes['w:id'] ?? '' });
  return `[${context.footnotes.length}]`;
}

/** The same content in two forms: one is enough. */
function alternate(node: XmlNode, context: RunContext): string {
  const chosen = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback');
  return chosen === null ? '' : readRuns(chosen, context);
}

function collectBoxes(node: XmlNode, context: RunContext): void {
  for (const one of node.children) {
    if (one.name === 'w:txbxContent') context.boxes.push(one);
    else collectBoxes(one, context);
  }
}
