import { assignCitations, parse, renderBlocks, type Act, type Unit, type UnitType } from '#app/text/index.ts';
import { child, parseXml, type XmlNode } from '#app/text/docx/xml.ts';
import type { Amendment } from '../amendments.ts';
import { DocumentError } from '../document-error.ts';
import { readAmendmentComponents } from './read-amendments.ts';
import { numberOf } from './number-of.ts';
import { AKN_NAMESPACE, unitTypeOf } from './vocabulary.ts';
import { brokenText, plainText } from './xml-words.ts';

const MAX_CHARACTERS = 24 * 1024 * 1024;

/**
 * Reads what `toAkn` writes: the act with the same units, marks, words and ids, and its amendments. Lines are those of
 * the printed text; findings (`problems`) are not part of the file. Throws DocumentError or DocxError for other files.
 */
export function readAkn(source: string): { act: Act; amendments: Amendment[] } {
  if (source.length > MAX_CHARACTERS) throw new DocumentError(`the Akoma Ntoso file is over ${MAX_CHARACTERS} characters`);
  const root = parseXml(source, 'the Akoma Ntoso file');
  const document = root.children.find((one) => one.name === 'act' || one.name === 'bill');
  if (root.name !== 'akomaNtoso' || root.attributes.xmlns !== AKN_NAMESPACE || document === undefined) {
    throw new DocumentError('the file is no Akoma Ntoso 3.0 act or bill');
  }
  const eIds = new Map<string, Unit>();
  const counter = { next: 1 };
  const act = readActElement(document, eIds, counter);
  assignCitations(act);
  return { act, amendments: readAmendmentComponents(child(document, 'components'), eIds) };
}

type Counter = { next: number };

function readActElement(document: XmlNode, eIds: Map<string, Unit>, counter: Counter): Act {
  const kind = document.attributes.name === 'ustawa' ? 'statute' as const : 'resolution' as const;
  const before = [...(child(document, 'preface')?.children ?? []), ...(child(document, 'preamble')?.children ?? [])].filter((one) => one.name === 'p').map(brokenText).join('\n\n');
  const { title, legalBasis } = parse(`${before}\n\n${kind === 'statute' ? 'Art.' : '§'} 1. Treść.\n`, { kind });
  const units = readUnits(child(document, 'body'), eIds, counter);
  const act: Act = { kind, title, legalBasis, before, units, annexes: [], reasons: null, reasonsLine: null, problems: [] };
  for (const attachment of child(document, 'attachments')?.children ?? []) {
    if (attachment.name !== 'attachment') continue;
    const inner = child(attachment, 'doc');
    if (inner?.attributes.name === 'uzasadnienie') {
      act.reasons = (child(inner, 'mainBody')?.children ?? []).filter((one) => one.name === 'p').map(brokenText).join('\n\n');
      act.reasonsLine = counter.next;
    } else act.annexes.push(readAnnex(attachment, child(inner, 'mainBody'), eIds, counter));
  }
  placeOnLines(act);
  return act;
}

function readUnits(node: XmlNode | null, eIds: Map<string, Unit>, counter: Counter): Unit[] {
  return (node?.children ?? []).flatMap((one) => {
    const type = unitTypeOf(one.name, one.attributes);
    return type === null ? [] : [readUnit(one, type, eIds, counter)];
  });
}

function readUnit(node: XmlNode, type: UnitType, eIds: Map<string, Unit>, counter: Counter): Unit {
  const unit = emptyUnit(node, type, counter);
  const eId = node.attributes.eId;
  if (eId !== undefined) eIds.set(eId, unit);
  const words = child(node, 'content') ?? child(node, 'intro');
  readWords(unit, words, eIds, counter);
  unit.children = readUnits(node, eIds, counter);
  return unit;
}

function emptyUnit(node: XmlNode, type: UnitType, counter: Counter): Unit {
  const num = child(node, 'num');
  const heading = child(node, 'heading');
  const label = num === null ? '' : brokenText(num);
  const line = counter.next;
  counter.next += 1;
  return { id: node.attributes.GUID ?? `u${line}`, type, label, number: numberOf(type, label), heading: heading === null ? '' : brokenText(heading), text: '', line, citation: '', children: [] };
}

function readWords(unit: Unit, words: XmlNode | null, eIds: Map<string, Unit>, counter: Counter): void {
  const texts: string[] = [];
  for (const one of words?.children ?? []) {
    if (one.name !== 'p') continue;
    const quoted = child(child(one, 'mod'), 'quotedStructure');
    if (quoted === null) texts.push(plainText(one));
    else unit.quoted = readUnits(quoted, eIds, counter);
  }
  unit.text = texts.join('\n');
}

function readAnnex(attachment: XmlNode, main: XmlNode | null, eIds: Map<string, Unit>, counter: Counter): Unit {
  const annex = emptyUnit(attachment, 'annex', counter);
  const eId = attachment.attributes.eId;
  if (eId !== undefined) eIds.set(eId, annex);
  readWords(annex, main, eIds, counter);
  annex.children = readUnits(main, eIds, counter);
  return annex;
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
