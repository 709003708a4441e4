import { oneMoment } from '../moment.ts';
import { readRun, spend, type RunContext } from '#app/text/docx/runs.ts';
import { child, type XmlNode } from '#app/text/docx/xml.ts';
import { closeComment, openComment, type CommentRanges } from './comment-ranges.ts';

/** Who made a tracked change and when, as the file says; both may be empty. */
export type Mark = { author: string; date: string };

/** Words with the same marks. Inserted and removed ones stand neither in the old nor in the new text. */
export type Segment = { text: string; insert: Mark | null; remove: Mark | null; moved: boolean; /** Its number among all pieces of the document. */ place: number };

export type FormatChange = { mark: Mark; text: string };

/** What is met on the way through the document. */
export type Walk = { context: RunContext; ranges: CommentRanges; formats: FormatChange[]; references: string[] };

const CONTAINERS = new Set(['w:hyperlink', 'w:smartTag', 'w:fldSimple', 'w:sdt', 'w:sdtContent', 'w:customXml', 'w:dir', 'w:bdo', 'mc:Choice']);
/** What a change does to the words within it. */
const CHANGES: Readonly<Record<string, 'insert' | 'remove'>> = { 'w:ins': 'insert', 'w:moveTo': 'insert', 'w:del': 'remove', 'w:moveFrom': 'remove' };

export function markOf(node: XmlNode): Mark {
  return { author: node.attributes['w:author'] ?? '', date: oneMoment(node.attributes['w:date'] ?? '') };
}

type State = Pick<Segment, 'insert' | 'remove' | 'moved'>;

/** Words of one paragraph in order, cut where the marks change. */
export function readSegments(paragraph: XmlNode, walk: Walk, state: State): Segment[] {
  const line: Line = { segments: [], last: '', events: walk.ranges.events };
  readInto(paragraph, walk, state, line);
  return line.segments;
}

/** A paragraph on the way: its pieces, its last words, and how many ends of comments there were when they were read. */
type Line = { segments: Segment[]; last: string; events: number };

function readInto(node: XmlNode, walk: Walk, state: State, line: Line): void {
  for (const one of node.children) {
    spend(walk.context, { steps: 1 });
    if (noteComment(one, walk)) continue;
    const change = CHANGES[one.name];
    if (change !== undefined) readInto(one, walk, { ...state, [change]: markOf(one), moved: one.name.startsWith('w:move') }, line);
    else if (one.name === 'w:r') addRun(one, walk, state, line);
    else if (CONTAINERS.has(one.name)) readInto(one, walk, state, line);
  }
}

function addRun(run: XmlNode, walk: Walk, state: State, line: Line): void {
  for (const one of run.children) noteComment(one, walk);
  const text = readRun(run, walk.context, line.last);
  const format = child(child(run, 'w:rPr'), 'w:rPrChange');
  if (format !== null && text !== '') walk.formats.push({ mark: markOf(format), text });
  if (text === '') return;
  const before = line.segments.at(-1);
  if (before !== undefined && isSame(before, state) && line.events === walk.ranges.events) before.text += text;
  else {
    line.segments.push({ text, ...state, place: walk.ranges.pieces });
    walk.ranges.pieces += 1;
  }
  line.last = text;
  line.events = walk.ranges.events;
}

/** Keeps where comments begin and end; true when the element is about a comment. */
export function noteComment(node: XmlNode, walk: Walk): boolean {
  const id = node.attributes['w:id'] ?? '';
  if (node.name === 'w:commentRangeStart') openComment(walk.ranges, id);
  else if (node.name === 'w:commentRangeEnd') closeComment(walk.ranges, id);
  else if (node.name === 'w:commentReference') walk.references.push(id);
  else return false;
  return true;
}

function isSame(one: State, other: State): boolean {
  return one.moved === other.moved && sameMark(one.insert, other.insert) && sameMark(one.remove, other.remove);
}

export function sameMark(one: Mark | null, other: Mark | null): boolean {
  return one === other || (one !== null && other !== null && one.author === other.author && one.date === other.date);
}
