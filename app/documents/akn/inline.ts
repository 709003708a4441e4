import type { XmlNode } from '#app/text/docx/xml.ts';
import type { Reading } from './reading.ts';

/** Elements that stand within a line. Everything else within a paragraph (a note, a quoted structure) begins a line. */
export const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr affectedDocument argument authorialNote b br change concept courtType date decoration def del docAuthority docCommittee docDate docIntroducer ' +
    'docJurisdiction docNumber docProponent docPurpose docStage docStatus docTitle docType docketNumber embeddedText entity eol event fillIn i img inline ins ' +
    'judge lawyer legislature location mmod mod mref neutralCitation noteRef object omissis opinion organization outcome party person placeholder ' +
    'process quantity quotedText recordedTime ref relatedDocument remark rmod role rref session shortTitle signature span sub sup term time u vote'
  ).split(' '),
);

/**
 * Words of an element with line feeds for its lines: `eol`, and what is no inline element. A raised number behind a
 * number is printed in brackets, as in Word files ("art. 385[1]"); notes are marked here and follow the paragraph.
 */
export function inlineText(node: Pick<XmlNode, 'children'>, reading: Reading): string {
  return tidyLines(walk(node, reading, ''));
}

function walk(node: Pick<XmlNode, 'children'>, reading: Reading, before: string): string {
  let text = '';
  for (const one of node.children) text += words(one, reading, text === '' ? before : text);
  return text;
}

function words(node: XmlNode, reading: Reading, before: string): string {
  switch (node.name) {
    case '#text':
      return unwrapped(node.text);
    case 'eol':
    case 'br':
      return `\n${walk(node, reading, '')}`;
    case 'sup':
      return raised(walk(node, reading, before), before);
    case 'del':
      return deleted(walk(node, reading, before), reading);
    case 'img':
      return picture(node, reading) + walk(node, reading, '');
    case 'noteRef':
      return noteMark(node, reading) + walk(node, reading, before);
    case 'authorialNote':
      return ownNote(node, reading);
  }
  const text = walk(node, reading, before);
  if (INLINE.has(node.name)) return text;
  if (!PLAIN_BLOCKS.has(node.name)) reading.kept(node.name);
  return text.trim() === '' ? '' : `\n${text}\n`;
}

/** Blocks whose words as lines are all there is to keep. */
const PLAIN_BLOCKS = new Set(['p', 'td', 'th', 'num', 'heading', 'subheading', 'content', 'quotedStructure', 'block']);

/** Files are indented: a line feed in the source, with the blanks around it, is one blank. */
function unwrapped(text: string): string {
  if (!/[\n\r]/.test(text)) return text;
  const lines = text.replaceAll('\r', '\n').split('\n');
  return lines
    .map((line, i) => (i === 0 ? line.trimEnd() : i === lines.length - 1 ? line.trimStart() : line.trim()))
    .filter((line, i) => line !== '' || i === 0 || i === lines.length - 1)
    .join(' ');
}

/** Lines without the blanks that only the source's own lines gave them. */
function tidyLines(text: string): string {
  return text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n')
    : text;
}

function raised(text: string, before: string): string {
  const last = before.at(-1) ?? '';
  return isNumber(text) && isNumber(last) ? `[${text}]` : text;
}

function isNumber(text: string): boolean {
  return text.length > 0 && text.length <= 3 && [...text].every((sign) => sign >= '0' && sign <= '9');
}

/** Deleted words are no law any more; they are kept in brackets that say so. */
function deleted(text: string, reading: Reading): string {
  if (text.trim() === '') return '';
  reading.kept('del');
  return `[skreślono: ${text.trim()}]`;
}

function picture(node: XmlNode, reading: Reading): string {
  reading.kept('img');
  const words = (node.attributes.alt ?? node.attributes.title ?? '').trim();
  return words === '' ? '[obraz]' : `[obraz: ${words}]`;
}

function noteMark(node: XmlNode, reading: Reading): string {
  const note = reading.notes.get((node.attributes.href ?? '').replace(/^#/, ''));
  const mark = node.attributes.marker ?? node.attributes.num ?? '';
  if (note === undefined) return mark === '' ? '' : `[${mark}]`;
  return reading.note(note, mark);
}

function ownNote(node: XmlNode, reading: Reading): string {
  return reading.note(node, node.attributes.marker ?? '');
}
