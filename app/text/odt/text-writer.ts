import { lettersOf } from '../docx/words-in.ts';
import { child, type XmlNode } from '../docx/xml.ts';
import { DocxError } from '../docx/zip.ts';
import { marksOf, type Change } from './changes.ts';
import { isHidden, listStyleOf, type ListTable, type OpenList } from './lists.ts';
import { linearMath } from './math.ts';
import { attribute, escapeXml } from './written.ts';

type Given = {
  changes: ReadonlyMap<string, Change>;
  styles: ReadonlyMap<string, XmlNode>;
  lists: ListTable;
  /** The content of an object that stands in a folder of its own. */
  object: (name: string) => XmlNode | null;
  /** Characters that may be written. */
  left: number;
};

/** A paragraph being written: what came before it, its properties, its runs, and whether a blank would be the second in a row. */
type Line = { before: string; properties: string; runs: string; isBlank: boolean };

const MAX_BLANKS = 200;
const MAX_REPEATED = 50;
const SKIPPED = new Set([
  '#text',
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'text:soft-page-break',
  'text:alphabetical-index-auto-mark-file',
  'text:dde-connection-decls',
]);
const SILENT = new Set([
  'text:soft-page-break',
  'text:bookmark',
  'text:bookmark-start',
  'text:bookmark-end',
  'text:reference-mark',
  'text:reference-mark-start',
  'text:reference-mark-end',
  'text:note-citation',
  'office:event-listeners',
  'text:toc-mark',
  'text:toc-mark-start',
  'text:toc-mark-end',
  'text:alphabetical-index-mark',
  'text:alphabetical-index-mark-start',
  'text:alphabetical-index-mark-end',
  'text:script',
]);
const PARAGRAPHS = new Set(['text:p', 'text:h']);

/** Writes paragraphs of an OpenDocument text as those of a .docx. */
export class TextWriter {
  readonly footnotes: string[] = [];
  readonly endnotes: string[] = [];
  readonly comments: string[] = [];
  /** Letters that come from other parts of the file than its text. */
  fromObjects = 0;
  readonly #given: Given;
  readonly #ranges = new Map<string, number>();
  #left: number;
  #marks = 0;
  #inserted: string | null = null;
  #deleted: string | null = null;
  #hidden = 0;
  #line: Line = freshLine('');

  constructor(given: Given) {
    this.#given = given;
    this.#left = given.left;
  }

  /** Paragraphs, lists and tables one after the other. */
  blocks(nodes: readonly XmlNode[]): string {
    return nodes.map((node) => this.#block(node)).join('');
  }

  /** The same beside the text: in a note, a comment, a box. Changes that are open around it do not reach into it. */
  apart(nodes: readonly XmlNode[]): string {
    const kept = [this.#line, this.#inserted, this.#deleted, this.#hidden] as const;
    [this.#inserted, this.#deleted, this.#hidden] = [null, null, 0];
    const written = this.blocks(nodes);
    [this.#line, this.#inserted, this.#deleted, this.#hidden] = kept;
    return written === '' ? '<w:p/>' : written;
  }

  #block(node: XmlNode): string {
    const { name, children } = node;
    if (SKIPPED.has(name)) return '';
    if (PARAGRAPHS.has(name)) return this.#paragraph(node, this.#headingOf(node));
    if (name === 'text:list') return this.#list(node, 0, null);
    if (name === 'text:numbered-paragraph') return this.#numbered(node);
    if (name === 'table:table') return this.#table(node);
    if (name === 'text:change') return this.#deletedBlocks(node);
    if (name === 'text:change-start' || name === 'text:change-end') {
      this.#turn(node);
      return '';
    }
    if (/^(?:draw|office:annotation)/.test(name))
      return this.#paragraph({ ...node, name: 'text:p', attributes: {}, children: [node] }, '');
    if (name.startsWith('text:') && name.endsWith('-source')) return '';
    const isHiddenPart = attribute(node, 'text:display') === 'none';
    if (isHiddenPart) this.#hidden += 1;
    const written = this.blocks(children);
    if (isHiddenPart) this.#hidden -= 1;
    return written;
  }

  #headingOf(node: XmlNode): string {
    if (node.name !== 'text:h') return '';
    const level = Math.min(9, Math.max(1, Number.parseInt(attribute(node, 'text:outline-level', '1'), 10) || 1));
    const numId = attribute(node, 'text:is-list-header') === 'true' ? null : this.#given.lists.outline(level - 1);
    return `<w:pStyle w:val="Heading${level}"/>${numId === null ? '' : numbering(numId, level - 1)}`;
  }

  #paragraph(node: XmlNode, properties: string): string {
    const outer = this.#line;
    this.#line = freshLine(properties);
    const isHiddenPart =
      isHidden(this.#given.styles, attribute(node, 'text:style-name')) ||
      node.children.some((one) => one.name === 'text:hidden-paragraph' && attribute(one, 'text:is-hidden') === 'true');
    if (isHiddenPart) this.#hidden += 1;
    this.#inline(node.children);
    if (isHiddenPart) this.#hidden -= 1;
    const written =
      this.#line.before + this.#ended(this.#inserted === null ? '' : this.#mark('ins', this.#inserted, '/'));
    this.#line = outer;
    return this.#spent(written);
  }

  #ended(mark: string): string {
    const { properties, runs } = this.#line;
    return `<w:p><w:pPr>${properties}${mark === '' ? '' : `<w:rPr>${mark}</w:rPr>`}</w:pPr>${runs}</w:p>`;
  }

  #mark(kind: 'ins' | 'del', marks: string, end: '' | '/'): string {
    this.#marks += 1;
    return `<w:${kind} w:id="${this.#marks}"${marks}${end}>`;
  }

  #spent(written: string): string {
    this.#left -= written.length;
    if (this.#left < 0) throw new DocxError('the document holds more than a text may', 'too-big');
    return written;
  }

  // Lists ------------------------------------------------------------------------------------------------------------

  #list(node: XmlNode, level: number, outer: OpenList | null): string {
    const { lists } = this.#given;
    const style = attribute(node, 'text:style-name') || outer?.style || this.#styleWithin(node);
    const list = outer !== null && outer.style === style ? outer : lists.open(node, style);
    return node.children
      .map((item) => {
        if (item.name === 'text:change' || item.name.startsWith('text:change-')) return this.#block(item);
        if (item.name !== 'text:list-item' && item.name !== 'text:list-header') return '';
        const start = Number.parseInt(attribute(item, 'text:start-value'), 10);
        if (start >= 0) lists.startAt(list, level, start);
        let isNumbered = item.name === 'text:list-header';
        return item.children
          .map((one) => {
            if (one.name === 'text:list') return this.#list(one, Math.min(level + 1, 8), list);
            if (!PARAGRAPHS.has(one.name)) return this.#block(one);
            const properties = isNumbered ? '' : numbering(list.numId, level);
            isNumbered = true;
            return this.#paragraph(one, `${one.name === 'text:h' ? headingStyle(one) : ''}${properties}`);
          })
          .join('');
      })
      .join('');
  }

  /** A list without a style of its own takes that of its first paragraph. */
  #styleWithin(node: XmlNode): string {
    let at: XmlNode | undefined = node;
    for (let guard = 0; at !== undefined && guard < 40; guard += 1) {
      if (PARAGRAPHS.has(at.name)) return listStyleOf(this.#given.styles, attribute(at, 'text:style-name'));
      at = at.children.find(({ name }) => name !== '#text');
    }
    return '';
  }

  #numbered(node: XmlNode): string {
    const level = Math.min(9, Math.max(1, Number.parseInt(attribute(node, 'text:level', '1'), 10) || 1)) - 1;
    const numId = this.#given.lists.instanceOfId(
      attribute(node, 'text:list-id'),
      attribute(node, 'text:style-name') || this.#styleWithin(node),
    );
    return node.children
      .map((one) => (PARAGRAPHS.has(one.name) ? this.#paragraph(one, numbering(numId, level)) : this.#block(one)))
      .join('');
  }

  // Tables -----------------------------------------------------------------------------------------------------------

  #table(node: XmlNode): string {
    const rows: string[] = [];
    const look = (group: XmlNode): void => {
      for (const one of group.children) {
        if (one.name === 'table:table-row') rows.push(...this.#row(one));
        else if (/^table:table-(?:header-rows|rows|row-group)$/.test(one.name)) look(one);
        else if (one.name === 'text:change' || one.name.startsWith('text:change-')) this.#block(one);
      }
    };
    look(node);
    return rows.length === 0 ? '' : this.#spent(`<w:tbl>${rows.join('')}</w:tbl>`);
  }

  #row(node: XmlNode): string[] {
    const cells = node.children.flatMap((cell) => {
      if (cell.name !== 'table:table-cell') return [];
      const written = this.blocks(cell.children);
      return Array.from({ length: repeated(cell, 'columns') }, () =>
        this.#spent(`<w:tc>${written === '' ? '<w:p/>' : written}</w:tc>`),
      );
    });
    const row = `<w:tr>${cells.join('')}</w:tr>`;
    return Array.from({ length: cells.some((cell) => cell.includes('<w:t ')) ? repeated(node, 'rows') : 1 }, () =>
      this.#spent(row),
    );
  }

  // Words ------------------------------------------------------------------------------------------------------------

  #inline(nodes: readonly XmlNode[]): void {
    for (const node of nodes) this.#piece(node);
  }

  #piece(node: XmlNode): void {
    const { name, children } = node;
    if (name === '#text') this.#words(node.text.replace(/[\t\r\n ]+/g, ' '));
    else if (SILENT.has(name)) return;
    else if (name === 'text:s')
      this.#run(
        textRun(
          ' '.repeat(Math.min(MAX_BLANKS, Number.parseInt(attribute(node, 'text:c', '1'), 10) || 1)),
          this.#deleted !== null,
        ),
      );
    else if (name === 'text:tab') this.#run('<w:tab/>');
    else if (name === 'text:line-break') this.#run('<w:br/>');
    else if (name === 'text:span') this.#span(node);
    else if (name === 'text:change') this.#deletion(node);
    else if (name === 'text:change-start' || name === 'text:change-end') this.#turn(node);
    else if (name === 'office:annotation') this.#comment(node);
    else if (name === 'office:annotation-end') this.#commentEnd(attribute(node, 'office:name'));
    else if (name === 'text:note') this.#note(node);
    else if (name === 'text:ruby') this.#ruby(node);
    else if (name === 'text:hidden-text') this.#hiddenText(node);
    else if (name === 'text:hidden-paragraph') return;
    else if (name === 'draw:frame') this.#frame(node);
    else if (name.startsWith('draw:') && name !== 'draw:a') this.#shape(node);
    else this.#inline(children);
  }

  #words(text: string): void {
    // LibreOffice puts such signs where a drawing is anchored.
    if (/^\u200b+$/.test(text)) return;
    const own = this.#line.isBlank ? text.replace(/^ /, '') : text;
    if (own === '') return;
    this.#run(textRun(own, this.#deleted !== null));
    this.#line.isBlank = own.endsWith(' ');
  }

  #run(content: string): void {
    this.#line.isBlank = false;
    let run = `<w:r>${this.#hidden > 0 ? '<w:rPr><w:vanish/></w:rPr>' : ''}${content}</w:r>`;
    if (this.#deleted !== null) run = `${this.#mark('del', this.#deleted, '')}${run}</w:del>`;
    if (this.#inserted !== null) run = `${this.#mark('ins', this.#inserted, '')}${run}</w:ins>`;
    this.#line.runs += this.#spent(run);
  }

  #span(node: XmlNode): void {
    const isHiddenPart = isHidden(this.#given.styles, attribute(node, 'text:style-name'));
    if (isHiddenPart) this.#hidden += 1;
    this.#inline(node.children);
    if (isHiddenPart) this.#hidden -= 1;
  }

  #hiddenText(node: XmlNode): void {
    const isOff = attribute(node, 'text:is-hidden') === 'true';
    if (isOff) this.#hidden += 1;
    const words = attribute(node, 'text:string-value');
    if (node.children.length === 0 && words !== '') {
      this.fromObjects += lettersOf(words);
      this.#words(words);
    } else this.#inline(node.children);
    if (isOff) this.#hidden -= 1;
  }

  #ruby(node: XmlNode): void {
    const words = (name: string): string => textRun(allText(child(node, name)), false);
    this.#run(
      `<w:ruby><w:rt><w:r>${words('text:ruby-text')}</w:r></w:rt><w:rubyBase><w:r>${words('text:ruby-base')}</w:r></w:rubyBase></w:ruby>`,
    );
  }

  // Changes ----------------------------------------------------------------------------------------------------------

  #turn(node: XmlNode): void {
    const change = this.#given.changes.get(attribute(node, 'text:change-id'));
    if (change?.kind === 'insertion') this.#inserted = node.name === 'text:change-start' ? change.marks : null;
  }

  /** What was deleted here: the first piece belongs to the words before it, the last to those behind it. */
  #deletion(node: XmlNode): void {
    const change = this.#given.changes.get(attribute(node, 'text:change-id'));
    if (change === undefined || change.kind !== 'deletion' || this.#deleted !== null) return;
    const pieces = this.#deletedPieces(change.deleted);
    const own = this.#line.properties;
    const isAtStart = this.#line.runs === '' && pieces.length > 1;
    pieces.forEach(({ node: piece, properties, whole }, i) => {
      if (i > 0) {
        this.#line.before += this.#ended(this.#mark('del', change.marks, '/'));
        this.#line = {
          ...freshLine(i === pieces.length - 1 && isAtStart ? own : properties),
          before: this.#line.before,
        };
      } else if (isAtStart) this.#line.properties = properties;
      this.#deleted = change.marks;
      if (whole !== null) this.#line.before += whole();
      else this.#inline(piece.children);
      this.#deleted = null;
    });
  }

  #deletedBlocks(node: XmlNode): string {
    return this.#paragraph({ ...node, name: 'text:p', attributes: {}, children: [node] }, '');
  }

  /** Paragraphs of a deletion with their numbers; tables as a whole. */
  #deletedPieces(nodes: readonly XmlNode[]): { node: XmlNode; properties: string; whole: (() => string) | null }[] {
    const { lists } = this.#given;
    const found: { node: XmlNode; properties: string; whole: (() => string) | null }[] = [];
    const look = (one: XmlNode, level: number, list: OpenList | null): void => {
      if (PARAGRAPHS.has(one.name)) {
        const properties = list === null ? this.#headingOf(one) : numbering(list.numId, level);
        found.push({ node: one, properties, whole: null });
      } else if (one.name === 'text:list') {
        const style = attribute(one, 'text:style-name') || list?.style || this.#styleWithin(one);
        const own =
          list?.style === style
            ? list
            : lists.open({ ...one, attributes: { 'text:continue-numbering': 'true', ...one.attributes } }, style);
        for (const item of one.children)
          for (const inner of item.children) look(inner, inner.name === 'text:list' ? level + 1 : level, own);
      } else if (one.name === 'table:table') found.push({ node: one, properties: '', whole: () => this.#table(one) });
      else if (one.name !== '#text') for (const inner of one.children) look(inner, level, list);
    };
    for (const node of nodes) look(node, 0, null);
    return found;
  }

  // Beside the text --------------------------------------------------------------------------------------------------

  #comment(node: XmlNode): void {
    const id = this.comments.length + 1;
    const name = attribute(node, 'office:name');
    const words = this.apart(node.children.filter((one) => /^text:(?:p|h|list)$/.test(one.name)));
    this.comments.push(this.#spent(`<w:comment w:id="${id}"${marksOf(node)}>${words}</w:comment>`));
    if (name === '') this.#line.runs += `<w:r><w:commentReference w:id="${id}"/></w:r>`;
    else {
      this.#ranges.set(name, id);
      this.#line.runs += `<w:commentRangeStart w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
    }
  }

  #commentEnd(name: string): void {
    const id = this.#ranges.get(name);
    if (id !== undefined) this.#line.runs += `<w:commentRangeEnd w:id="${id}"/>`;
  }

  #note(node: XmlNode): void {
    const isEnd = attribute(node, 'text:note-class') === 'endnote';
    const [kind, notes] = isEnd ? (['endnote', this.endnotes] as const) : (['footnote', this.footnotes] as const);
    const id = notes.length + 1;
    notes.push('');
    const body = this.apart(child(node, 'text:note-body')?.children ?? []);
    notes[id - 1] = this.#spent(`<w:${kind} w:id="${id}">${body}</w:${kind}>`);
    this.#run(`<w:${kind}Reference w:id="${id}"/>`);
  }

  #frame(node: XmlNode): void {
    const title = [child(node, 'svg:title'), child(node, 'svg:desc')]
      .map(allText)
      .filter((one) => one !== '')
      .join(' ');
    const object = child(node, 'draw:object');
    if (object !== null) {
      const root =
        object.children.find(({ name }) => name !== '#text') ?? this.#given.object(attribute(object, 'xlink:href'));
      if (root !== null && /(?:^|:)math$/.test(root.name)) {
        const formula = linearMath(root);
        this.fromObjects += lettersOf(formula);
        this.#run(`<m:oMath><m:r><m:t>${escapeXml(formula)}</m:t></m:r></m:oMath>`);
      } else this.#run(`<w:object><o:OLEObject ProgID="${escapeXml(title || 'OpenDocument')}"/></w:object>`);
      return;
    }
    const box = child(node, 'draw:text-box');
    if (box !== null) this.#box(box.children, title);
    else if (child(node, 'draw:image') !== null)
      this.#run(`<w:pict><v:shape alt="${escapeXml(title)}"><v:imagedata/></v:shape></w:pict>`);
    else if (child(node, 'draw:object-ole') !== null) this.#run(`<w:object><o:OLEObject ProgID="OLE"/></w:object>`);
    else this.#inline(node.children);
  }

  #shape(node: XmlNode): void {
    const title = [child(node, 'svg:title'), child(node, 'svg:desc')]
      .map(allText)
      .filter((one) => one !== '')
      .join(' ');
    const paragraphs = node.children.filter((one) => PARAGRAPHS.has(one.name) || one.name === 'text:list');
    if (paragraphs.some((one) => allText(one).trim() !== '')) this.#box(paragraphs, title);
    else if (node.name === 'draw:g') this.#inline(node.children);
    else this.#run(`<w:pict><v:shape alt="${escapeXml(title)}"/></w:pict>`);
  }

  #box(nodes: readonly XmlNode[], title: string): void {
    const words = this.apart(nodes);
    this.#run(
      `<w:pict><v:shape alt="${escapeXml(title)}"><v:textbox><w:txbxContent>${words}</w:txbxContent></v:textbox></v:shape></w:pict>`,
    );
  }
}

function freshLine(properties: string): Line {
  return { before: '', properties, runs: '', isBlank: true };
}

function numbering(numId: number, level: number): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

function headingStyle(node: XmlNode): string {
  const level = Math.min(9, Math.max(1, Number.parseInt(attribute(node, 'text:outline-level', '1'), 10) || 1));
  return `<w:pStyle w:val="Heading${level}"/>`;
}

function textRun(text: string, isDeleted: boolean): string {
  const name = isDeleted ? 'w:delText' : 'w:t';
  return `<${name} xml:space="preserve">${escapeXml(text)}</${name}>`;
}

/** All words of an element, without blanks that only lay out the file. */
function allText(node: XmlNode | null): string {
  if (node === null) return '';
  return node.name === '#text' ? node.text : node.children.map(allText).join('');
}

function repeated(node: XmlNode, what: 'columns' | 'rows'): number {
  const count = Number.parseInt(attribute(node, `table:number-${what}-repeated`, '1'), 10) || 1;
  return Math.min(MAX_REPEATED, Math.max(1, count));
}
