import { assignCitations, kindOf, parse, renderBlocks, type Act, type Unit } from '#app/text/index.ts';
import { child, parseXml, type XmlNode } from '#app/text/docx/xml.ts';
import type { Amendment } from '../model/amendments.ts';
import { DocumentError } from '../model/document-error.ts';
import { checkNothingIsLost } from './check-words.ts';
import { inlineText } from './inline.ts';
import { withLocalNames } from './local-names.ts';
import { noteLines, piecesOf, type Piece } from './pieces.ts';
import { isOwnAmendment, readAmendmentComponents } from './read-amendments.ts';
import { readUnit, unitReader, type FoundUnits } from './read-units.ts';
import { startReading } from './reading.ts';
import { AKN_NAMESPACE } from './vocabulary.ts';

const MAX_CHARACTERS = 24 * 1024 * 1024;
/** Kinds of document that are one text of provisions. */
const KINDS = [
  'act',
  'bill',
  'doc',
  'statement',
  'portion',
  'amendment',
  'amendmentList',
  'documentCollection',
  'officialGazette',
];
const BODIES = ['body', 'mainBody', 'portionBody', 'amendmentBody', 'collectionBody'];
const FRONT = ['coverPage', 'preface', 'preamble'];
const TAIL = ['conclusions', 'attachments', 'components'];
/** Version 3.0 with its drafts, and the versions before it. */
const NAMESPACES = [AKN_NAMESPACE, 'http://www.akomantoso.org/'];

/**
 * Reads an act from Akoma Ntoso. What `toAkn` wrote comes back with the same units, marks, words and ids, and with its
 * amendments. Of other files every word comes in: units with the marks of Polish acts as such, all else (section, part,
 * list, table, conclusions, unknown elements) as kept text under units of their own, each kind named in `problems`
 * ("kept-as-text"). Lines are those of the printed text. Throws DocumentError or DocxError for what is no such file,
 * and for a file some of whose words found no place.
 */
export function readAkn(source: string): { act: Act; amendments: Amendment[] } {
  if (source.length > MAX_CHARACTERS)
    throw new DocumentError(`the Akoma Ntoso file is over ${MAX_CHARACTERS} characters`);
  const file = fileOf(parseXml(source, 'the Akoma Ntoso file'));
  const found = unitReader(startReading(notesOf(file.root)));
  const act = readAct(file, found);
  assignCitations(act);
  const amendments = componentsOf(file).flatMap((part) => readAmendmentComponents(part, found.eIds));
  checkNothingIsLost(file.root, act);
  act.problems.push(...found.reader.reading.problems());
  return { act, amendments };
}

type AknFile = { root: XmlNode; document: XmlNode };

function fileOf(parsed: XmlNode): AknFile {
  const { root, namespace } = withLocalNames(parsed);
  if (root.name !== 'akomaNtoso' || !NAMESPACES.some((one) => namespace.startsWith(one)))
    throw new DocumentError('the file is XML, but no Akoma Ntoso act or bill');
  const document = root.children.find((one) => KINDS.includes(one.name));
  if (document !== undefined) return { root, document };
  const other = root.children.find((one) => one.name !== '#text')?.name ?? 'nothing';
  throw new DocumentError(`the Akoma Ntoso file holds no act or bill but ${other}`);
}

/** Components stand in the document or beside it. */
function componentsOf({ root, document }: AknFile): XmlNode[] {
  return [...document.children, ...root.children].filter((one) => one.name === 'components');
}

/** Notes that stand in the head of a document and are referred to from its text. */
function notesOf(root: XmlNode): Map<string, XmlNode> {
  const notes = new Map<string, XmlNode>();
  const look = (node: XmlNode): void => {
    for (const one of node.children) {
      if (one.name === 'note' && node.name === 'notes')
        notes.set(one.attributes.eId ?? one.attributes.id ?? `note-${notes.size}`, one);
      else look(one);
    }
  };
  look(root);
  return notes;
}

function readAct({ root, document }: AknFile, found: FoundUnits): Act {
  const { reading } = found.reader;
  const at = document.children.findIndex((one) => BODIES.includes(one.name));
  const front = document.children
    .slice(0, at < 0 ? document.children.length : at)
    .filter((one) => one.name !== '#text' && !TAIL.includes(one.name));
  const before = front.flatMap((part) => frontParagraphs(part, found)).join('\n\n');
  const body = document.children[at];
  const units = body === undefined ? [] : unitsOf(body, found);
  const kind = document.attributes.name === 'ustawa' ? 'statute' : kindOf({ title: before, units });
  const { title, legalBasis } = parse(`${before}\n\n${kind === 'statute' ? 'Art.' : '§'} 1. Treść.\n`, { kind });
  const act: Act = {
    kind,
    title: title === '' ? titleOf(document, found) : title,
    legalBasis,
    before,
    units,
    annexes: [],
    reasons: null,
    reasonsLine: null,
    problems: [],
  };
  const behind = [
    ...document.children.filter((one, i) => (i > at && at >= 0) || TAIL.includes(one.name)),
    ...root.children.filter((one) => one !== document),
  ];
  for (const part of behind) readTail(part, act, found);
  act.units.push(...reading.unusedNotes().map((note) => kept(linesOf(inlineText(note, reading)), found)));
  placeOnLines(act);
  return act;
}

function frontParagraphs(part: XmlNode, found: FoundUnits): string[] {
  if (part.name === 'meta') return [];
  if (!FRONT.includes(part.name)) found.reader.reading.kept(part.name);
  return paragraphs(part, found);
}

/** What follows the body, in the order of the file. */
function readTail(part: XmlNode, act: Act, found: FoundUnits): void {
  if (part.name === '#text' || part.name === 'meta') return;
  if (part.name === 'attachments' || part.name === 'components') {
    for (const one of part.children) readAttachment(one, act, found);
  } else if (KINDS.includes(part.name)) {
    found.reader.reading.kept(part.name);
    addAnnex(act, readUnit(part, found, 'annex'));
  } else {
    found.reader.reading.kept(part.name);
    act.units.push(kept(piecesOf(part.children, found.reader), found));
  }
}

function readAttachment(node: XmlNode, act: Act, found: FoundUnits): void {
  if (node.name === '#text' || isOwnAmendment(node)) return;
  const inner = child(node, 'doc');
  if (node.name === 'attachment' && inner?.attributes.name === 'uzasadnienie' && act.reasons === null) {
    act.reasons = paragraphs(child(inner, 'mainBody'), found).join('\n\n');
    act.reasonsLine = act.annexes.length;
  } else if (node.name === 'attachment' && inner?.attributes.name === 'zalacznik') {
    addAnnex(
      act,
      readUnit(
        {
          ...node,
          children: [
            ...node.children.filter((one) => one !== inner),
            { ...(child(inner, 'mainBody') ?? inner), name: 'content' },
          ],
        },
        found,
        'annex',
      ),
    );
  } else addAnnex(act, readUnit(node, found, 'annex'));
}

/** Annexes and reasons in the order of the file, until they have their lines. */
function addAnnex(act: Act, annex: Unit): void {
  annex.line = act.annexes.length + (act.reasons === null ? 0 : 1);
  act.annexes.push(annex);
}

function unitsOf(body: XmlNode, found: FoundUnits): Unit[] {
  return piecesOf(body.children, found.reader)
    .filter((piece) => !isEmptyBody(piece))
    .map((piece) => piece.unit ?? kept([piece], found));
}

/** `toAkn` writes an empty unit where an act has none, since a body holds at least one. */
function isEmptyBody({ unit }: Piece): boolean {
  return (
    unit !== undefined &&
    unit.type === 'text' &&
    [unit.label, unit.heading, unit.text].every((part) => part === '') &&
    unit.children.length === 0
  );
}

function kept(pieces: readonly Piece[], found: FoundUnits): Unit {
  return found.reader.text('', '', pieces);
}

function linesOf(text: string): Piece[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ line }));
}

/** Paragraphs of what stands outside the units; a line break within one stays in it. */
function paragraphs(node: XmlNode | null, found: FoundUnits): string[] {
  return (node?.children ?? []).flatMap((one) => {
    if (one.name === 'p')
      return [inlineText(one, found.reader.reading), ...noteLines(found.reader).flatMap(pieceTexts)].filter(
        (text) => text.trim() !== '',
      );
    return piecesOf([one], found.reader).flatMap(pieceTexts);
  });
}

function pieceTexts(piece: Piece): string[] {
  if (piece.unit === undefined) return [piece.line];
  const { label, heading, text, children } = piece.unit;
  return [
    [label, heading, text].filter((part) => part !== '').join(' '),
    ...children.flatMap((unit) => pieceTexts({ unit })),
  ].filter((part) => part !== '');
}

/** The title a file of another tradition marks as such. */
function titleOf(document: XmlNode, found: FoundUnits): string {
  const marked = ['docTitle', 'longTitle', 'shortTitle']
    .map((name) => descendant(child(document, 'preface') ?? document, name))
    .find((one) => one !== null);
  return marked == null
    ? ''
    : inlineText(marked, { ...found.reader.reading, kept: () => undefined })
        .replaceAll('\n', ' ')
        .trim();
}

function descendant(node: XmlNode, name: string): XmlNode | null {
  for (const one of node.children) {
    if (one.name === name) return one;
    const below = descendant(one, name);
    if (below !== null) return below;
  }
  return null;
}

/** Gives every unit the line on which the printed text has it. */
function placeOnLines(act: Act): void {
  const placed = new Set<Unit>();
  const lines = new Map<Unit, number>();
  let line = 1;
  let reasonsLine: number | null = null;
  for (const { unit, part, text } of renderBlocks(act)) {
    if (unit !== null && !placed.has(unit)) {
      placed.add(unit);
      lines.set(unit, line);
    }
    if (part === 'reasons') reasonsLine = line;
    line += text.split('\n').length + 1;
  }
  for (const [unit, at] of lines) unit.line = at;
  act.reasonsLine = reasonsLine;
}
