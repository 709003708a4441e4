import { oneMoment } from './moment.ts';
import { readBlocks, readCell, type Block, type BlockReader, type WordParagraph } from './blocks.ts';
import type { Budget } from './budget.ts';
import { closeAll, createCommentRanges, type CommentRanges } from './comment-ranges.ts';
import { linesOfPart } from './drawing.ts';
import { fieldSteps } from './fields.ts';
import type { Finding } from './findings.ts';
import { readHtml } from '../html/read-html.ts';
import { readNumbering, type Numbering } from './numbering.ts';
import { bodyOf, openPackage, partOf, partsOf, type DocxPackage } from './package.ts';
import { defaultStyle, readStyles, styleName, type ParagraphStyle } from './styles.ts';
import { lettersOf } from './words-in.ts';
import type { XmlNode } from './xml.ts';

export type CommentText = { id: string; author: string; date: string; text: string };

/** A document with its tracked changes, before anybody has chosen how to read it. */
export type Story = {
  file: DocxPackage;
  blocks: Block[];
  oddities: BlockReader['oddities'];
  findings: Finding[];
  comments: CommentText[];
  ranges: CommentRanges;
  styles: Map<string, ParagraphStyle>;
  /** The lists of the document, uncounted. */
  numbering: () => Numbering;
  /** Notes that are referred to. */
  notes: number;
  /** Letters and digits the body, notes, comments, headers and footers account for. */
  letters: number;
};

type Shared = {
  file: DocxPackage;
  budget: Budget;
  styles: Map<string, ParagraphStyle>;
  made: { letters: number };
  drawn: Set<string>;
  depth: number;
};

/** Documents within documents: one level. */
const MAX_CHUNK_DEPTH = 1;

/** Reads everything of a .docx that has words. Throws DocxError for anything that is no sound .docx or breaks a bound. */
export function readStory(bytes: Uint8Array, depth = 0): Story {
  const file = openPackage(bytes);
  const body = bodyOf(file);
  const numberingPart = partOf(file, 'numbering');
  const shared: Shared = {
    file,
    budget: { characters: 0, steps: 0 },
    styles: readStyles(partOf(file, 'styles')),
    made: { letters: 0 },
    drawn: new Set(),
    depth,
  };
  const reader = createReader(shared, body, file.main);
  readBlocks(reader, body, 0);
  readNotes(reader, file);
  closeAll(reader.ranges);
  const comments = readComments(shared);
  const margins = readMargins(shared);
  const letters = lettersOfBlocks(reader.blocks) - shared.made.letters + comments.letters + margins.letters;
  return {
    file,
    blocks: reader.blocks,
    oddities: reader.oddities,
    findings: [...reader.findings, ...comments.findings, ...margins.findings],
    comments: comments.comments,
    ranges: reader.ranges,
    styles: shared.styles,
    numbering: () => readNumbering(numberingPart),
    notes: reader.notes.length,
    letters,
  };
}

function createReader(shared: Shared, root: XmlNode, owner: string): BlockReader {
  const { file, budget, styles, made } = shared;
  const blocks: Block[] = [];
  const target = (id: string): string | null => file.relationships(owner).find((one) => one.id === id)?.part ?? null;
  return {
    budget,
    styles,
    made,
    ranges: createCommentRanges(),
    formats: [],
    references: [],
    notes: [],
    boxes: [],
    findings: [],
    steps: fieldSteps(root),
    fields: [],
    blocks,
    oddities: [],
    block: () => (owner === file.main ? blocks.length : null),
    styleOf: (properties) => styleName(properties) ?? defaultStyle(styles),
    lines: (id) => drawnLines(shared, target(id)),
    chunk: (id) => readChunk(shared, target(id)),
  };
}

/** Lines of a drawn part, the first time it is asked for. */
function drawnLines({ file, budget, drawn }: Shared, part: string | null): string[] {
  if (part === null || drawn.has(part)) return [];
  drawn.add(part);
  const root = file.xml(part);
  return root === null ? [] : linesOfPart(root, budget);
}

function readChunk({ file, depth }: Shared, part: string | null): { name: string; lines: string[] | null } {
  const name = part?.slice(part.lastIndexOf('/') + 1) ?? '';
  const kind = /\.(docx|html?|xhtml|txt)$/i.exec(name)?.[1]?.toLowerCase() ?? null;
  if (part === null || kind === null || depth >= MAX_CHUNK_DEPTH) return { name, lines: null };
  if (kind === 'docx') {
    const bytes = file.bytes(part);
    return { name, lines: bytes === null ? null : acceptedLines(readStory(bytes, depth + 1)) };
  }
  const text = file.text(part);
  if (text === null) return { name, lines: null };
  return {
    name,
    lines:
      kind === 'txt'
        ? text
            .replace(/^\ufeff/, '')
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter((line) => line !== '')
        : readHtml(text).lines,
  };
}

function acceptedLines({ blocks }: { blocks: readonly Block[] }): string[] {
  return blocks
    .map((block) =>
      (block.kind === 'paragraph'
        ? acceptedWords([block.paragraph])
        : block.cells.map(acceptedWords).join('\t')
      ).trim(),
    )
    .filter((line) => line !== '');
}

function acceptedWords(paragraphs: readonly WordParagraph[]): string {
  return paragraphs
    .map(({ segments }) =>
      segments
        .filter(({ remove }) => remove === null)
        .map(({ text }) => text)
        .join(''),
    )
    .join(' ');
}

function lettersOfBlocks(blocks: readonly Block[]): number {
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.paragraph] : block.cells.flat()));
  return paragraphs.reduce(
    (sum, { segments }) => segments.reduce((inner, { text }) => inner + lettersOf(text), sum),
    0,
  );
}

/** Notes stand at the end, in the order in which they are referred to; those nobody refers to are listed. */
function readNotes(reader: BlockReader, file: DocxPackage): void {
  if (reader.notes.length === 0 && partsOf(file, 'footnotes').length + partsOf(file, 'endnotes').length === 0) return;
  const byId = { footnote: notesOf(file, 'footnotes'), endnote: notesOf(file, 'endnotes') };
  const seen = new Set<XmlNode>();
  // Notes may refer to notes: those come after them.
  for (let at = 0; at < reader.notes.length; at += 1) {
    const { kind, id } = reader.notes[at]!;
    const node = byId[kind].get(id);
    if (node === undefined) continue;
    const known = reader.references.length;
    const cells = [readCell({ ...reader, steps: fieldSteps(node) }, node, 0)];
    const block: Block = {
      kind: 'row',
      label: `[${at + 1}]`,
      cells,
      insert: null,
      remove: null,
      formats: reader.formats.splice(0),
      references: reader.references.slice(known),
    };
    if (seen.has(node)) reader.made.letters += lettersOfBlocks([block]);
    seen.add(node);
    reader.blocks.push(block);
  }
  for (const node of [...byId.footnote.values(), ...byId.endnote.values()])
    if (!seen.has(node)) noteUnread(reader, node);
}

function noteUnread(reader: BlockReader, node: XmlNode): void {
  const cell = readCell({ ...reader, steps: fieldSteps(node) }, node, 0);
  const letters = cell.reduce(
    (sum, { segments }) => segments.reduce((inner, { text }) => inner + lettersOf(text), sum),
    0,
  );
  reader.made.letters -= letters;
  const words = acceptedWords(cell).trim();
  if (words !== '') reader.findings.push({ kind: 'note', words, block: null, mark: null });
}

type Aside<T> = T & { findings: Finding[]; letters: number };

function readComments(shared: Shared): Aside<{ comments: CommentText[] }> {
  const findings: Finding[] = [];
  let letters = 0;
  const [owner] = partsOf(shared.file, 'comments');
  const root = owner === undefined ? null : shared.file.xml(owner);
  const comments = (root?.children ?? [])
    .filter((one) => one.name === 'w:comment')
    .map((one) => {
      const reader = createReader(shared, one, owner!);
      readBlocks(reader, one, 0);
      letters += lettersOfBlocks(reader.blocks);
      for (const finding of reader.findings) findings.push(finding);
      const { attributes } = one;
      return {
        id: attributes['w:id'] ?? '',
        author: attributes['w:author'] ?? '',
        date: oneMoment(attributes['w:date'] ?? ''),
        text: acceptedLines(reader).join('\n'),
      };
    });
  return { comments, findings, letters };
}

/** „Strona 2 z 7" and the like: no words of anybody. */
function isPageNumber(words: string): boolean {
  return words
    .split(/\s+/)
    .every((word) => /^(?:strona|stron|str\.?|s\.?|page|p\.?|z|of|[-–—/|]|\d{1,5}(?:\/\d{1,5})?)$/i.test(word));
}

/** Headers and footers: their words, each wording once. */
function readMargins(shared: Shared): Aside<object> {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let letters = 0;
  for (const kind of ['header', 'footer'] as const)
    for (const owner of partsOf(shared.file, kind)) {
      const root = shared.file.xml(owner);
      if (root === null) continue;
      const reader = createReader(shared, root, owner);
      readBlocks(reader, root, 0);
      letters += lettersOfBlocks(reader.blocks);
      const words = acceptedLines(reader).join(' ');
      if (words !== '' && !seen.has(`${kind} ${words}`))
        findings.push({ kind: isPageNumber(words) ? 'page-number' : kind, words, block: null, mark: null });
      seen.add(`${kind} ${words}`);
      for (const one of reader.findings) if (one.kind !== 'text-box' && one.kind !== 'field') findings.push(one);
    }
  return { findings, letters };
}

/** Notes of one kind ("footnotes", "endnotes") by their ids; of two with one id the first. */
function notesOf(file: DocxPackage, kind: string): Map<string, XmlNode> {
  const notes = new Map<string, XmlNode>();
  for (const node of partOf(file, kind)?.children ?? []) {
    const id = node.attributes['w:id'];
    if (id !== undefined && !notes.has(id)) notes.set(id, node);
  }
  return notes;
}
