import { diffClauses, findByCitation, type Act, type Unit } from '#app/text/index.ts';
import type { AmendedClause, Amendment } from './amendments.ts';
import { DocumentError } from './document-error.ts';
import { collide, draftLine, insertedLine, linesOf, toTrackedParagraph, type DraftLine, type Edit } from './draft-line.ts';
import { editsBetween, markAfter, paragraphsOf, withoutMark } from './new-wording.ts';
import { actParagraphs, type DocumentProperties, type Revision, type TrackedComment, type TrackedDocument } from './tracked-document.ts';

/** Writes comments that explain how an amendment is shown. */
export const EXPLAINER = 'Paragraf';

type Draft = {
  act: Act;
  lines: DraftLine[];
  comments: TrackedComment[];
  /** Last line added behind a unit and the numbers given there, by unit id. */
  added: Map<string, { line: DraftLine; numbers: string[] }>;
  bookmarks: number;
};

type Step = { clause: AmendedClause; unit: Unit; by: Revision };
/** Where the words of a step ended up, for the comment with its reason. */
type Placed = { target: DraftLine | Edit };

/**
 * The act with every amendment as tracked changes of its author and its reason as a comment on the changed words.
 * Amendments of one clause that touch different words stand side by side. One whose words another amendment already
 * changes is never dropped: its wording follows as a paragraph of its own (style "Wariant brzmienia", bookmark
 * `wariant_N`), a deletion as a comment, both with an explanation. Throws DocumentError for an unknown citation.
 */
export function trackAmendments(act: Act, amendments: readonly Amendment[], properties: DocumentProperties): TrackedDocument {
  const draft: Draft = { act, lines: actParagraphs(act).map(draftLine), comments: [], added: new Map(), bookmarks: 0 };
  amendments.forEach((amendment, i) => {
    const by = { author: amendment.author, date: toInstant(amendment.date) };
    const placed = amendment.clauses.map((clause) => {
      const unit = findByCitation(act, clause.citation);
      if (unit === null) throw new DocumentError(`amendment ${i + 1} (${amendment.author}) names ${clause.citation}, which the text does not have`);
      return place(draft, { clause, unit, by });
    });
    const first = placed[0];
    if (first !== undefined && amendment.reason.trim() !== '') comment(draft, first.target, by, amendment.reason.trim());
  });
  return { properties, paragraphs: draft.lines.map(toTrackedParagraph), comments: draft.comments };
}

function toInstant(date: string): string {
  return new Date(date).toISOString().replace(/\.\d+Z$/, 'Z');
}

function place(draft: Draft, step: Step): Placed {
  if (step.clause.op === 'insert-after') return { target: insertAfter(draft, step, step.clause.text) };
  const lines = linesOf(draft.lines, step.unit);
  if (step.clause.op === 'delete') return { target: remove(draft, step, lines) };
  return { target: replace(draft, step, step.clause.text) };
}

function remove(draft: Draft, step: Step, lines: readonly DraftLine[]): DraftLine {
  const isFree = lines.every((line) => line.removed === null && line.edits.length === 0);
  if (!isFree) return alternative(draft, step, []);
  for (const line of lines) line.removed = step.by;
  return lines[0]!;
}

function replace(draft: Draft, step: Step, text: string): DraftLine | Edit {
  const { unit } = step;
  const wording = paragraphsOf(text);
  const own = draft.lines.filter((line) => line.unit === unit && line.inserted === null);
  wording[0] = withoutMark(wording[0]!, unit.label);
  if (wording.length === 1 && own.length <= 1) return replaceWords(draft, step, own[0]!, wording[0]);
  return replaceParagraphs(draft, step, wording);
}

function replaceWords(draft: Draft, step: Step, line: DraftLine, wording: string): DraftLine | Edit {
  const label = line.text.slice(0, line.labelLength);
  const gap = /^\s*/.exec(line.text.slice(line.labelLength))![0];
  const start = line.labelLength + gap.length;
  const isBare = start >= line.text.length;
  const found = editsBetween(line.text.slice(start), isBare && label !== '' && gap === '' ? ` ${wording}` : wording, start);
  const edits = found.map((edit): Edit => ({ ...edit, by: step.by, comments: [] }));
  const isFree = line.removed === null && !edits.some((edit) => line.edits.some((other) => collide(edit, other)));
  if (!isFree) return alternative(draft, step, [label === '' ? wording : `${label} ${wording}`]);
  line.edits.push(...edits);
  return edits[0] ?? line;
}

/** A wording of several paragraphs stands for the unit with all below it. */
function replaceParagraphs(draft: Draft, step: Step, wording: string[]): DraftLine | Edit {
  const lines = linesOf(draft.lines, step.unit);
  const label = lines[0]!.text.slice(0, lines[0]!.labelLength);
  const after = wording.map((text, i) => (i === 0 && label !== '' ? `${label} ${text}` : text));
  if (lines.some((line) => line.removed !== null || line.edits.length > 0)) return alternative(draft, step, after);
  const touched: (DraftLine | Edit)[] = [];
  let last: DraftLine | null = null;
  for (const change of diffClauses(lines.map(({ text }) => ({ text })), after.map((text) => ({ text }))).clauses) {
    const moved = change.change === 'moved' || change.change === 'moved-changed';
    const old = change.before === null ? null : lines[change.before]!;
    if (old !== null && !moved && change.after !== null) {
      const edits = editsBetween(old.text, after[change.after]!, 0).map((edit): Edit => ({ ...edit, by: step.by, comments: [] }));
      old.edits.push(...edits);
      touched.push(...edits);
      last = old;
      continue;
    }
    if (old !== null) {
      old.removed = step.by;
      touched.push(old);
    }
    if (change.after === null) {
      last = old;
      continue;
    }
    const line = insertedLine(after[change.after]!, { unit: step.unit, kind: old?.kind ?? kindBelow(step.unit), labelLength: 0, by: step.by });
    addBehind(draft, last ?? before(draft, lines[0]!), line);
    touched.push(line);
    last = line;
  }
  return touched[0] ?? lines[0]!;
}

function kindBelow(unit: Unit): DraftLine['kind'] {
  return unit.children[0]?.type ?? 'text';
}

function before(draft: Draft, line: DraftLine): DraftLine | null {
  return draft.lines[draft.lines.indexOf(line) - 1] ?? null;
}

function addBehind(draft: Draft, line: DraftLine | null, added: DraftLine): void {
  draft.lines.splice(line === null ? 0 : draft.lines.indexOf(line) + 1, 0, added);
}

function insertAfter(draft: Draft, step: Step, text: string): DraftLine {
  const { unit, by } = step;
  const known = draft.added.get(unit.id);
  const numbers = known?.numbers ?? [];
  const wording = paragraphsOf(text);
  const mark = markAfter(draft.act, unit, wording[0]!, numbers);
  let behind = known?.line ?? linesOf(draft.lines, unit).at(-1)!;
  const added = wording.map((words, i) => {
    const isMarked = i === 0 && mark.label !== '';
    const line = insertedLine(isMarked ? `${mark.label} ${words}` : words, { unit, kind: i === 0 ? unit.type : 'text', labelLength: isMarked ? mark.label.length : 0, by });
    addBehind(draft, behind, line);
    return (behind = line);
  });
  draft.added.set(unit.id, { line: behind, numbers: mark.number === '' ? numbers : [...numbers, mark.number] });
  return added[0]!;
}

/** An amendment whose words are taken: its wording as further paragraphs, and a sentence that says so. */
function alternative(draft: Draft, step: Step, wording: readonly string[]): DraftLine {
  const { unit, by, clause } = step;
  const lines = linesOf(draft.lines, unit);
  if (wording.length === 0) {
    comment(draft, lines[0]!, by, `Skreślić ${clause.citation}.`);
    comment(draft, lines[0]!, { ...by, author: EXPLAINER }, `Skreślenie ${clause.citation} (${by.author}) nie jest naniesione na tekst, bo te słowa zmienia już inna poprawka.`);
    return lines[0]!;
  }
  let behind = draft.added.get(`wariant ${unit.id}`)?.line ?? lines.at(-1)!;
  draft.bookmarks += 1;
  const added = wording.map((text, i) => {
    const line = insertedLine(text, { unit, kind: 'variant', labelLength: 0, by });
    if (i === 0) line.bookmark = `wariant_${draft.bookmarks}`;
    addBehind(draft, behind, line);
    return (behind = line);
  });
  draft.added.set(`wariant ${unit.id}`, { line: behind, numbers: [] });
  comment(draft, added[0]!, { ...by, author: EXPLAINER }, `Wariant brzmienia ${clause.citation} (${by.author}): zmienia te same słowa co inna poprawka. Kto go przyjmuje, odrzuca tamtą zmianę i skreśla dotychczasowe brzmienie.`);
  return added[0]!;
}

function comment(draft: Draft, target: DraftLine | Edit, by: Revision, text: string): void {
  const id = draft.comments.length;
  draft.comments.push({ id, author: by.author, date: by.date, text });
  target.comments.push(id);
}
