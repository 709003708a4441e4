import { readRun, type RunContext } from '#app/text/docx/runs.ts';
import { child, type XmlNode } from '#app/text/docx/xml.ts';
import { DocxError } from '#app/text/docx/zip.ts';

/** Who made a tracked change and when, as the file says; both may be empty. */
export type Mark = { author: string; date: string };

/** Words with the same marks. Inserted and removed ones stand neither in the old nor in the new text. */
export type Segment = { text: string; insert: Mark | null; remove: Mark | null; moved: boolean; comments: readonly string[] };

export type FormatChange = { mark: Mark; text: string };

/** What is met on the way through the document. */
export type Walk = { context: RunContext; open: readonly string[]; formats: FormatChange[]; references: Map<string, number> };

const MAX_COMMENTS = 5_000;
const CONTAINERS = new Set(['w:hyperlink', 'w:smartTag', 'w:fldSimple', 'w:sdt', 'w:sdtContent', 'w:customXml', 'w:dir', 'w:bdo', 'mc:Choice']);
/** What a change does to the words within it. */
const CHANGES: Readonly<Record<string, 'insert' | 'remove'>> = { 'w:ins': 'insert', 'w:moveTo': 'insert', 'w:del': 'remove', 'w:moveFrom': 'remove' };

export function markOf(node: XmlNode): Mark {
  return { author: node.attributes['w:author'] ?? '', date: node.attributes['w:date'] ?? '' };
}

type State = Pick<Segment, 'insert' | 'remove' | 'moved'>;

/** Words of one paragraph in order, cut where the marks change. */
export function readSegments(paragraph: XmlNode, walk: Walk, state: State): Segment[] {
  const segments: Segment[] = [];
  readInto(paragraph, walk, state, segments);
  return segments;
}

function readInto(node: XmlNode, walk: Walk, state: State, segments: Segment[]): void {
  for (const one of node.children) {
    if (noteComment(one, walk)) continue;
    const change = CHANGES[one.name];
    if (change !== undefined) readInto(one, walk, { ...state, [change]: markOf(one), moved: one.name.startsWith('w:move') }, segments);
    else if (one.name === 'w:r') addRun(one, walk, state, segments);
    else if (CONTAINERS.has(one.name)) readInto(one, walk, state, segments);
  }
}

function addRun(run: XmlNode, walk: Walk, state: State, segments: Segment[]): void {
  for (const one of run.children) noteComment(one, walk);
  const before = segments.at(-1);
  const text = readRun(run, walk.context, before?.text ?? '');
  const format = child(child(run, 'w:rPr'), 'w:rPrChange');
  if (format !== null && text !== '') walk.formats.push({ mark: markOf(format), text });
  if (text === '') return;
  if (before !== undefined && isSame(before, state) && before.comments === walk.open) before.text += text;
  else segments.push({ text, ...state, comments: walk.open });
}

/** Keeps which comments are open; true when the element is about a comment. */
export function noteComment(node: XmlNode, walk: Walk): boolean {
  const id = node.attributes['w:id'] ?? '';
  if (node.name === 'w:commentRangeStart') {
    if (walk.open.length >= MAX_COMMENTS) throw new DocxError(`more than ${MAX_COMMENTS} comments are open at once`);
    walk.open = [...walk.open, id];
  } else if (node.name === 'w:commentRangeEnd') walk.open = walk.open.filter((one) => one !== id);
  else if (node.name === 'w:commentReference') walk.references.set(id, walk.references.size);
  else return false;
  return true;
}

function isSame(one: State, other: State): boolean {
  return one.moved === other.moved && sameMark(one.insert, other.insert) && sameMark(one.remove, other.remove);
}

export function sameMark(one: Mark | null, other: Mark | null): boolean {
  return one === other || (one !== null && other !== null && one.author === other.author && one.date === other.date);
}
