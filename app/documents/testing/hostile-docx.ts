import { strToU8, zipSync, type Zippable } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A .docx of the parts given by name. */
export function docxOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, text] of Object.entries(parts)) files[name] = [strToU8(text), { level: 1 }];
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

export const documentOf = (body: string): string =>
  `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`;
export const paragraphOf = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
const part = (root: string, inside: string): string => `<w:${root} ${W}>${inside}</w:${root}>`;
const many = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join('');

/** All comments open before the first insertion and close behind the last: each is about all of them. */
export function commentsOverInsertions(comments: number, insertions: number): Uint8Array {
  const starts = many(comments, (id) => `<w:commentRangeStart w:id="${id}"/>`);
  const ends = many(comments, (id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`);
  const words = many(
    insertions,
    (id) => `<w:ins w:id="${id}" w:author="A${id % 2}" w:date="2026-01-01T00:00:00Z"><w:r><w:t>ab </w:t></w:r></w:ins>`,
  );
  return docxOf({
    'word/document.xml': documentOf(`<w:p>${starts}${words}${ends}</w:p>`),
    'word/comments.xml': part(
      'comments',
      many(
        comments,
        (id) =>
          `<w:comment w:id="${id}" w:author="B" w:date="2026-01-01T00:00:00Z">${paragraphOf('Dlaczego?')}</w:comment>`,
      ),
    ),
  });
}

/** The same, each insertion in a paragraph of its own. */
export function commentsOverParagraphs(comments: number, paragraphs: number): Uint8Array {
  const starts = many(comments, (id) => `<w:commentRangeStart w:id="${id}"/>`);
  const ends = many(comments, (id) => `<w:commentRangeEnd w:id="${id}"/>`);
  const words = many(
    paragraphs,
    () => `<w:p><w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:t>ab</w:t></w:r></w:ins></w:p>`,
  );
  return docxOf({
    'word/document.xml': documentOf(`${starts}${words}${ends}`),
    'word/comments.xml': part(
      'comments',
      many(comments, (id) => `<w:comment w:id="${id}" w:author="B">${paragraphOf('Dlaczego?')}</w:comment>`),
    ),
  });
}

/** Comments begin and end one after the other while all the earlier ones are open. */
export function staircaseOfComments(comments: number): Uint8Array {
  const up = many(comments, (id) => `<w:commentRangeStart w:id="${id}"/><w:r><w:t>a </w:t></w:r>`);
  const down = many(comments, (id) => `<w:r><w:t>b </w:t></w:r><w:commentRangeEnd w:id="${id}"/>`);
  return docxOf({
    'word/document.xml': documentOf(`<w:p>${up}${down}</w:p>`),
    'word/comments.xml': part(
      'comments',
      many(comments, (id) => `<w:comment w:id="${id}" w:author="B">${paragraphOf('?')}</w:comment>`),
    ),
  });
}

export const repeatedParagraphs = (count: number, words: string): Uint8Array =>
  docxOf({ 'word/document.xml': documentOf((words === '' ? '<w:p/>' : paragraphOf(words)).repeat(count)) });

export const nested = (depth: number, open: string, close: string): Uint8Array =>
  docxOf({ 'word/document.xml': documentOf(`${open.repeat(depth)}${close.repeat(depth)}`) });

export const oneParagraphOfRuns = (count: number): Uint8Array =>
  docxOf({ 'word/document.xml': documentOf(`<w:p>${many(count, () => '<w:r><w:t>a</w:t></w:r>')}</w:p>`) });

/** Every reference asks for the last footnote. */
export function footnotes(count: number): Uint8Array {
  return docxOf({
    'word/document.xml': documentOf(
      `<w:p>${many(count, (id) => `<w:r><w:footnoteReference w:id="${count - 1 - (id % 3)}"/></w:r>`)}</w:p>`,
    ),
    'word/footnotes.xml': part(
      'footnotes',
      many(count, (id) => `<w:footnote w:id="${id}">${paragraphOf('Przypis')}</w:footnote>`),
    ),
  });
}

/** Styles based on each other in a ring, and every paragraph asks them for its number and its level. */
export function circleOfStyles(styles: number, paragraphs: number): Uint8Array {
  return docxOf({
    'word/document.xml': documentOf(
      many(
        paragraphs,
        (id) => `<w:p><w:pPr><w:pStyle w:val="S${id % styles}"/></w:pPr><w:r><w:t>słowo</w:t></w:r></w:p>`,
      ),
    ),
    'word/styles.xml': part(
      'styles',
      many(
        styles,
        (id) =>
          `<w:style w:type="paragraph" w:styleId="S${id}"><w:name w:val="S${id}"/><w:basedOn w:val="S${(id + 1) % styles}"/></w:style>`,
      ),
    ),
  });
}

/** Lists that name each other's style for where their levels are. */
export function circleOfNumbering(lists: number, paragraphs: number): Uint8Array {
  return docxOf({
    'word/document.xml': documentOf(
      many(
        paragraphs,
        (id) =>
          `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id % lists}"/></w:numPr></w:pPr><w:r><w:t>słowo</w:t></w:r></w:p>`,
      ),
    ),
    'word/styles.xml': part(
      'styles',
      many(
        lists,
        (id) =>
          `<w:style w:type="paragraph" w:styleId="L${id}"><w:pPr><w:numPr><w:numId w:val="${(id + 1) % lists}"/></w:numPr></w:pPr></w:style>`,
      ),
    ),
    'word/numbering.xml': part(
      'numbering',
      many(lists, (id) => `<w:abstractNum w:abstractNumId="${id}"><w:numStyleLink w:val="L${id}"/></w:abstractNum>`) +
        many(lists, (id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`),
    ),
  });
}

/** One list with many levels that name styles, asked by paragraphs without a level. */
export function wideNumbering(levels: number, paragraphs: number): Uint8Array {
  return docxOf({
    'word/document.xml': documentOf(
      many(
        paragraphs,
        () => '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>słowo</w:t></w:r></w:p>',
      ),
    ),
    'word/numbering.xml': part(
      'numbering',
      `<w:abstractNum w:abstractNumId="1">${many(levels, (id) => `<w:lvl w:ilvl="${id}"><w:pStyle w:val="X${id}"/><w:lvlText w:val="${'%1'.repeat(200)}"/></w:lvl>`)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
    ),
  });
}

/** Text boxes in text boxes in one paragraph after the other. */
export const boxes = (count: number): Uint8Array =>
  docxOf({
    'word/document.xml': documentOf(
      many(
        count,
        () =>
          '<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>',
      ),
    ),
  });

/** Rows of tables with many cells, each a tracked row. */
export function tables(rows: number, cells: number): Uint8Array {
  return docxOf({
    'word/document.xml': documentOf(
      `<w:tbl>${many(rows, () => `<w:tr><w:trPr><w:ins w:id="1" w:author="A"/></w:trPr>${many(cells, () => `<w:tc>${paragraphOf('a')}</w:tc>`)}</w:tr>`)}</w:tbl>`,
    ),
  });
}

export const manyAttributes = (count: number): Uint8Array =>
  docxOf({ 'word/document.xml': documentOf(`<w:p ${many(count, (id) => `a${id}="1" `)}/>`) });

/** Paragraphs whose inserted ends make all of them run on into one. */
export const joinedParagraphs = (count: number): Uint8Array =>
  docxOf({
    'word/document.xml': documentOf(
      many(
        count,
        () => '<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="A"/></w:rPr></w:pPr><w:r><w:t>ab </w:t></w:r></w:p>',
      ),
    ),
  });

export const manyEntries = (count: number): Uint8Array =>
  docxOf(
    Object.fromEntries([
      ['word/document.xml', documentOf(paragraphOf('a'))],
      ...Array.from({ length: count }, (_, id) => [`word/media/${id}.txt`, '']),
    ]),
  );

/** A directory that tells other sizes than what comes out. */
export function lyingSize(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return copy;
}

/** An archive whose directory names every part `times` times. */
export function repeatedDirectory(bytes: Uint8Array, times: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const [count, size, from] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ];
  const directory = bytes.subarray(from, from + size);
  const out = new Uint8Array(from + size * times + 22);
  out.set(bytes.subarray(0, from));
  for (let turn = 0; turn < times; turn += 1) out.set(directory, from + turn * size);
  out.set(bytes.subarray(end), from + size * times);
  const tail = new DataView(out.buffer, from + size * times);
  tail.setUint16(8, count * times, true);
  tail.setUint16(10, count * times, true);
  tail.setUint32(12, size * times, true);
  return out;
}
