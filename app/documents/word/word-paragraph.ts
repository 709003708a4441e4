import {
  Bookmark,
  BuilderElement,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  InsertedTextRun,
  Paragraph,
  Tab,
  TextRun,
  type ParagraphChild,
  type XmlComponent,
} from 'docx';
import type { Revision, TrackedParagraph, TrackedRun } from '../model/tracked-document.ts';
import { xmlSafe } from '../model/xml-text.ts';
import { styleIdOf } from './act-styles.ts';

export type RevisionIds = () => number;

/** Ids of tracked changes, each used once in a document. */
export function createRevisionIds(): RevisionIds {
  let next = 100;
  return () => (next += 1);
}

type Place = {
  at: number;
  ids: RevisionIds;
  opened: Set<number>;
  lastUse: ReadonlyMap<number, string>;
  /** The paragraph after it. */ next: TrackedParagraph | undefined;
};

/** Kinds whose printed mark is set in bold. */
const BOLD_MARKS = new Set(['paragraph', 'article']);

export function wordParagraph(paragraph: TrackedParagraph, place: Place): Paragraph {
  const children = withBoldMark(paragraph).flatMap((run, i) =>
    wordRun(run, run.isLast ? `${place.at}.${run.of}` : `${place.at}.${run.of}+${i}`, place),
  );
  const inside = paragraph.bookmark === undefined ? children : [new Bookmark({ id: paragraph.bookmark, children })];
  const runsOn = isMarkBeforeSubsection(paragraph, place.next);
  return new Paragraph({
    style: styleIdOf(paragraph.kind),
    children: runsOn ? [...inside, new TextRun(' ')] : inside,
    run: {
      ...(runsOn ? { vanish: true, specVanish: true } : {}),
      ...(paragraph.insert === undefined ? {} : { insertion: revision(paragraph.insert, place.ids) }),
      ...(paragraph.remove === undefined ? {} : { deletion: revision(paragraph.remove, place.ids) }),
    },
  });
}

/**
 * "§ 18." with nothing but its first subsection behind it is printed as one line, "§ 18. 1. …". Both stay paragraphs of
 * their own and come back as such: only the mark between them is hidden, as Word's style separator does it. Where either
 * of them comes or goes as a whole, the line stays as it is.
 */
function isMarkBeforeSubsection(paragraph: TrackedParagraph, next: TrackedParagraph | undefined): boolean {
  return (
    BOLD_MARKS.has(paragraph.kind) &&
    paragraph.labelLength > 0 &&
    paragraph.runs.map(({ text }) => text).join('').length === paragraph.labelLength &&
    next?.kind === 'subsection' &&
    [paragraph, next].every(({ insert, remove }) => insert === undefined && remove === undefined)
  );
}

type PlacedRun = TrackedRun & { bold: boolean; of: number; isLast: boolean };

/** The first run is cut behind the mark where the mark is bold. */
function withBoldMark({ kind, labelLength, runs }: TrackedParagraph): PlacedRun[] {
  return runs.flatMap((run, of): PlacedRun[] => {
    if (of > 0 || labelLength === 0 || !BOLD_MARKS.has(kind) || run.text.length < labelLength)
      return [{ ...run, of, bold: false, isLast: true }];
    if (run.text.length === labelLength) return [{ ...run, of, bold: true, isLast: true }];
    return [
      { ...run, text: run.text.slice(0, labelLength), of, bold: true, isLast: false },
      { ...run, text: run.text.slice(labelLength), of, bold: false, isLast: true },
    ];
  });
}

function wordRun(run: PlacedRun, key: string, { ids, opened, lastUse }: Place): ParagraphChild[] {
  const starts = run.comments.filter((id) => !opened.has(id));
  for (const id of starts) opened.add(id);
  const ends = run.comments.filter((id) => lastUse.get(id) === key);
  return [
    ...starts.map((id) => new CommentRangeStart(id)),
    ...changedRun(run, ids),
    ...ends.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]),
  ];
}

function changedRun(run: PlacedRun, ids: RevisionIds): ParagraphChild[] {
  const { insert, remove, move, bold } = run;
  return run.text.split('\n').flatMap((line, i): ParagraphChild[] => {
    const options = { bold, children: withTabs(line), ...(i === 0 ? {} : { break: 1 }) };
    if (move !== undefined && remove !== undefined) return moved('moveFrom', move, remove, new TextRun(options), ids);
    if (move !== undefined && insert !== undefined) return moved('moveTo', move, insert, new TextRun(options), ids);
    if (remove !== undefined) return [new DeletedTextRun({ ...revision(remove, ids), ...options })];
    if (insert !== undefined) return [new InsertedTextRun({ ...revision(insert, ids), ...options })];
    return [new TextRun(options)];
  });
}

function withTabs(line: string): (string | Tab)[] {
  return line.split('\t').flatMap((part, i) => [...(i === 0 ? [] : [new Tab()]), xmlSafe(part)]);
}

/** Both ends of a move are joined by the name of their ranges. */
function moved(
  kind: 'moveFrom' | 'moveTo',
  name: string,
  by: Revision,
  run: TextRun,
  ids: RevisionIds,
): ParagraphChild[] {
  const range = revision(by, ids);
  const own = (one: XmlComponent): ParagraphChild => one as ParagraphChild;
  return [
    own(
      new BuilderElement({
        name: `w:${kind}RangeStart`,
        attributes: { ...marks(range), name: { key: 'w:name', value: name } },
      }),
    ),
    own(new BuilderElement({ name: `w:${kind}`, attributes: marks(revision(by, ids)), children: [run] })),
    own(new BuilderElement({ name: `w:${kind}RangeEnd`, attributes: { id: { key: 'w:id', value: range.id } } })),
  ];
}

type Marks = { id: number; author: string; date: string };

function revision({ author, date }: Revision, ids: RevisionIds): Marks {
  return { id: ids(), author: xmlSafe(author), date };
}

function marks({ id, author, date }: Marks): {
  id: { key: string; value: number };
  author: { key: string; value: string };
  date: { key: string; value: string };
} {
  return {
    id: { key: 'w:id', value: id },
    author: { key: 'w:author', value: author },
    date: { key: 'w:date', value: date },
  };
}
