import { spend } from './budget.ts';
import { chooseForm } from './drawing.ts';
import { readEquation } from './equation.ts';
import { lostCode } from './fields.ts';
import { markOf, sameState, stateWithin, type State } from './marks.ts';
import { noteOtherForms, noteUnknown, readRun } from './runs.ts';
import { isPrinting, note, noteComment, type Segment, type Walk } from './walk.ts';
import { lettersOf, wordsIn } from './words-in.ts';
import { child, type XmlNode } from './xml.ts';

const CONTAINERS = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:fldSimple',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:subDoc',
]);
/** Elements that say how something looks or where something begins, and hold no words of the paragraph. */
const LOOKS = new Set([
  '#text',
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:smartTagPr',
  'w:customXmlPr',
  'w:proofErr',
  'w:bookmarkStart',
  'w:bookmarkEnd',
]);

/** A paragraph on the way: its pieces, its last words, and how many ends of comments there were when they were read. */
type Line = { segments: Segment[]; last: string; events: number };

/** Words of one paragraph in order, cut where the marks change. */
export function readSegments(paragraph: XmlNode, walk: Walk, state: State): Segment[] {
  const line: Line = { segments: [], last: '', events: walk.ranges.events };
  readInto(paragraph, walk, state, line);
  return line.segments;
}

/** Words that stand in a paragraph by themselves, not in runs: an equation between paragraphs, lines of a drawn part. */
export function segmentsOf(pieces: readonly { text: string; state: State }[], walk: Walk): Segment[] {
  const line: Line = { segments: [], last: '', events: walk.ranges.events };
  for (const { text, state } of pieces) add(text, walk, state, line);
  return line.segments;
}

function readInto(node: XmlNode, walk: Walk, state: State, line: Line): void {
  for (const one of node.children) {
    spend(walk.budget, { steps: 1 });
    if (LOOKS.has(one.name) || noteComment(one, walk)) continue;
    const within = stateWithin(one, state);
    if (within !== null) readInto(one, walk, within, line);
    else if (one.name === 'w:r') addRun(one, walk, state, line);
    else if (one.name === 'm:oMath' || one.name === 'm:oMathPara')
      for (const piece of equationPieces(one, walk, state)) add(piece.text, walk, piece.state, line);
    else if (one.name === 'mc:AlternateContent') readForms(one, walk, state, line);
    else if (CONTAINERS.has(one.name)) readContainer(one, walk, state, line);
    else noteUnknown(one, walk, state);
  }
}

function readContainer(node: XmlNode, walk: Walk, state: State, line: Line): void {
  const before = line.segments.length === 0 ? '' : line.segments.at(-1)!.text;
  const pieces = line.segments.length;
  readInto(node, walk, state, line);
  if (node.name !== 'w:fldSimple') return;
  const printed = line.segments.length > pieces || (line.segments.at(-1)?.text ?? '') !== before;
  const code = lostCode({ code: node.attributes['w:instr'] ?? '', printed });
  if (code !== null) note(walk, 'field', code, state);
}

function readForms(node: XmlNode, walk: Walk, state: State, line: Line): void {
  const { chosen, others, words } = chooseForm(node, walk.budget);
  noteOtherForms(others, words, walk, state);
  if (chosen !== null) readInto(chosen, walk, state, line);
}

/** An equation that was changed stands there twice: as it was, and as it is to be. */
export function equationPieces(node: XmlNode, walk: Walk, state: State): { text: string; state: State }[] {
  const { rejected, accepted, mark } = readEquation(node, walk.budget);
  note(walk, 'equation', accepted === '' ? rejected : accepted, mark === null ? state : { ...state, insert: mark });
  if (rejected === accepted || mark === null) return [{ text: accepted, state }];
  walk.made.letters += lettersOf(rejected + accepted) - lettersOf(wordsIn(node, walk.budget));
  return [
    { text: rejected, state: { ...state, remove: mark } },
    { text: accepted, state: { ...state, insert: mark } },
  ];
}

function addRun(run: XmlNode, walk: Walk, state: State, line: Line): void {
  const text = readRun(run, walk, state, line.last);
  const format = child(child(run, 'w:rPr'), 'w:rPrChange');
  if (format !== null && text !== '') walk.formats.push({ mark: markOf(format), text, kind: 'format' });
  add(text, walk, state, line);
}

function add(text: string, walk: Walk, state: State, line: Line): void {
  if (text === '' || !isPrinting(walk)) return;
  const before = line.segments.at(-1);
  if (before !== undefined && sameState(before, state) && line.events === walk.ranges.events) before.text += text;
  else {
    line.segments.push({ text, ...state, place: walk.ranges.pieces });
    walk.ranges.pieces += 1;
  }
  line.last = text;
  line.events = walk.ranges.events;
}
