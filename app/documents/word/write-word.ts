import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun, type ICommentOptions } from 'docx';
import type { TrackedComment, TrackedDocument } from '../model/tracked-document.ts';
import { xmlSafe } from '../model/xml-text.ts';
import { actStyles } from './act-styles.ts';
import { packageParts } from './package-parts.ts';
import { createRevisionIds, wordParagraph } from './word-paragraph.ts';

/**
 * A .docx of the document: named paragraph styles, printed marks as text, changes as w:ins, w:del, w:moveFrom and
 * w:moveTo of their authors, comments on their words. Marks stay text, not automatic numbering: a tracked insertion
 * would renumber what other clauses and letters already cite.
 */
export async function writeWord(document: TrackedDocument): Promise<Uint8Array> {
  const { properties, paragraphs, comments } = document;
  const isTracking =
    comments.length > 0 ||
    paragraphs.some((one) => one.runs.some((run) => run.insert !== undefined || run.remove !== undefined));
  const ids = createRevisionIds();
  const lastUse = lastUseOfComments(document);
  const opened = new Set<number>();
  const word = new Document({
    title: xmlSafe(properties.title),
    styles: actStyles(),
    customProperties: Object.entries(properties.custom ?? {}).map(([name, value]) => ({
      name: xmlSafe(name),
      value: xmlSafe(value),
    })),
    features: { trackRevisions: isTracking },
    comments: { children: comments.map(wordComment) },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1418, right: 1418, bottom: 1418, left: 1418 } },
        },
        footers: { default: pageNumbers() },
        children: paragraphs.map((paragraph, at) =>
          wordParagraph(paragraph, { at, ids, opened, lastUse, next: paragraphs[at + 1] }),
        ),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(word, undefined, packageParts(properties, isTracking)));
}

/** Where each comment ends: paragraph and run. */
function lastUseOfComments({ paragraphs }: TrackedDocument): Map<number, string> {
  const last = new Map<number, string>();
  paragraphs.forEach((paragraph, i) =>
    paragraph.runs.forEach((run, k) => run.comments.forEach((id) => last.set(id, `${i}.${k}`))),
  );
  return last;
}

function wordComment({ id, author, date, text }: TrackedComment): ICommentOptions {
  const initials = author
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 4)
    .toUpperCase();
  return {
    id,
    author: xmlSafe(author),
    initials: xmlSafe(initials),
    date: new Date(date),
    children: text.split(/\r\n|[\n\r]/).map((line) => new Paragraph({ children: [new TextRun(xmlSafe(line))] })),
  };
}

function pageNumbers(): Footer {
  const children = [
    new TextRun({ children: ['Strona ', PageNumber.CURRENT, ' z ', PageNumber.TOTAL_PAGES], size: 18 }),
  ];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}
