import type { Unit, UnitType } from '#app/text/index.ts';
import { child, type XmlNode } from '#app/text/docx/xml.ts';
import { standsBelowItsMark } from '#app/text/parse/unmarked.ts';
import { inlineText } from './inline.ts';
import { numberOf } from './number-of.ts';
import { noteLines, piecesOf, type Piece, type UnitReader } from './pieces.ts';
import type { Reading } from './reading.ts';
import { unitTypeOf } from './vocabulary.ts';

/** Elements of a hierarchy for which Polish acts have no unit, or another one. */
const HIERARCHY = new Set(
  'alinea book chapter clause division hcontainer indent level list paragraph part point proviso rule section subchapter subclause subdivision sublist subparagraph subpart subrule subsection subtitle title tome transitional article'.split(
    ' ',
  ),
);
/** Marks as they are printed here; a unit with another mark is of another tradition, and is kept with the mark it has. */
const MARKS: Readonly<Partial<Record<UnitType, RegExp>>> = {
  paragraph: /^§\s*\d/,
  article: /^art\.?\s*\d/i,
  subsection: /^\d+[a-z]*\.$/,
  point: /^\d+[a-z]*\)$/,
  letter: /^[a-z]+\)$/,
  indent: /^[–—-]?$/,
  subindent: /^[–—-]*$/,
};

export type FoundUnits = { eIds: Map<string, Unit>; reader: UnitReader; ids: { next: number } };

export function unitReader(reading: Reading): FoundUnits {
  const found: FoundUnits = {
    eIds: new Map(),
    ids: { next: 1 },
    reader: {
      reading,
      isUnit,
      unit: (node) => readUnit(node, found),
      text: (label, heading, pieces) => textUnit(label, heading, pieces, found),
    },
  };
  return found;
}

function isUnit(node: XmlNode): boolean {
  return (
    HIERARCHY.has(node.name) ||
    unitTypeOf(node.name, node.attributes) !== null ||
    (child(node, 'num') !== null && node.name !== 'recital')
  );
}

/** One unit with everything below it; `type` where its holder knows it (an annex). */
export function readUnit(node: XmlNode, found: FoundUnits, type?: UnitType): Unit {
  const { reader } = found;
  const unit = emptyUnit(node, found, type);
  const own = node.children.filter((one) => !isHead(one, node));
  const notes = noteLines(reader);
  fill(unit, [...notes, ...own.flatMap((one) => partPieces(one, unit, found))], found);
  return unit;
}

/** First mark and first heading are the head of a unit. */
function isHead(one: XmlNode, node: XmlNode): boolean {
  return (
    (one.name === 'num' && one === child(node, 'num')) || (one.name === 'heading' && one === child(node, 'heading'))
  );
}

function partPieces(one: XmlNode, unit: Unit, found: FoundUnits): Piece[] {
  const { reader } = found;
  if (one.name === 'content' || one.name === 'intro')
    return one.children.flatMap((part) => wordsOrQuoted(part, unit, found));
  if (one.name === 'wrapUp') {
    const closing = textUnit('', '', piecesOf(one.children, reader), found);
    return [{ unit: closing.children.length === 0 ? { ...closing, type: 'closing' as const } : closing }];
  }
  return piecesOf([one], reader);
}

/** A paragraph that holds nothing but quoted wording is the wording that the unit quotes; elsewhere it is part of the words. */
function wordsOrQuoted(part: XmlNode, unit: Unit, found: FoundUnits): Piece[] {
  const quoted = part.name === 'p' && part.children.length === 1 ? child(child(part, 'mod'), 'quotedStructure') : null;
  if (quoted === null || child(part, 'mod')!.children.length !== 1 || unit.quoted !== undefined)
    return piecesOf([part], found.reader);
  const pieces = piecesOf(quoted.children, found.reader);
  unit.quoted = pieces.map((piece) => piece.unit ?? textUnit('', '', [piece], found));
  return [];
}

/**
 * Lines before the first unit are the unit's own words; lines behind it, and below a heading that print would put on the
 * same line, are kept where they stand, as units without a mark.
 */
function fill(unit: Unit, pieces: readonly Piece[], found: FoundUnits): void {
  const texts: string[] = [];
  const isHeaded = unit.type === 'text' && unit.heading !== '';
  for (const piece of pieces) {
    if (piece.unit !== undefined) unit.children.push(piece.unit);
    else if (unit.children.length === 0 && !isHeaded) texts.push(piece.line);
    else unit.children.push(textUnit('', '', [piece], found));
  }
  const words = texts.join('\n');
  unit.text = words !== '' && standsBelowItsMark(unit, words) ? `\n${words}` : words;
}

function textUnit(label: string, heading: string, pieces: readonly Piece[], found: FoundUnits): Unit {
  const unit: Unit = {
    id: nextId(found),
    type: 'text',
    label,
    number: '',
    heading,
    text: '',
    line: 0,
    citation: '',
    children: [],
  };
  fill(unit, pieces, found);
  return unit;
}

function nextId({ ids }: FoundUnits): string {
  ids.next += 1;
  return `u${ids.next - 1}`;
}

function emptyUnit(node: XmlNode, found: FoundUnits, type?: UnitType): Unit {
  const { reading } = found.reader;
  const num = child(node, 'num');
  const heading = child(node, 'heading');
  const label = num === null ? '' : inlineText(num, reading);
  const own = type ?? typeOf(node, label);
  if (own === 'text' && node.attributes.name !== 'text') reading.kept(node.name);
  const unit: Unit = {
    id: node.attributes.GUID ?? nextId(found),
    type: own,
    label,
    number: own === 'text' ? '' : numberOf(own, label),
    heading: heading === null ? '' : inlineText(heading, reading),
    text: '',
    line: 0,
    citation: '',
    children: [],
  };
  if (node.attributes.eId !== undefined) found.eIds.set(node.attributes.eId, unit);
  return unit;
}

/** Files written here carry our ids (GUID) and are taken at their word. */
function typeOf(node: XmlNode, label: string): UnitType {
  const type = unitTypeOf(node.name, node.attributes);
  if (type === null) return 'text';
  const mark = MARKS[type];
  return node.attributes.GUID !== undefined || mark === undefined || mark.test(label.trim()) ? type : 'text';
}
