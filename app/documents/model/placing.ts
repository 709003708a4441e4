import { diffClauses, type Act, type Unit } from '#app/text/index.ts';
import { collide, insertedLine, linesOf, type DraftLine, type Edit } from './draft-line.ts';
import { editsBetween } from './new-wording.ts';
import type { Revision, TrackedComment } from './tracked-document.ts';

/** Writes comments that explain how an amendment is shown. */
export const EXPLAINER = 'Paragraf';

/** An act while amendments are being written into it. */
export type Placing = {
  act: Act;
  lines: DraftLine[];
  comments: TrackedComment[];
  /** Last line added behind a unit and the numbers given there, by unit id. */
  added: Map<string, { line: DraftLine; numbers: string[] }>;
  bookmarks: number;
  moves: number;
};

/** The unit that is changed, and who changes it. */
export type Step = { unit: Unit; by: Revision };

export function ownLines(placing: Placing, unit: Unit): DraftLine[] {
  return placing.lines.filter((line) => line.unit === unit && line.inserted === null);
}

export function isFree(lines: readonly DraftLine[]): boolean {
  return lines.every((line) => line.removed === null && line.edits.length === 0);
}

export function addBehind(placing: Placing, line: DraftLine | null, added: DraftLine): void {
  placing.lines.splice(line === null ? 0 : placing.lines.indexOf(line) + 1, 0, added);
}

/** Behind which line the next new unit goes: what was added behind the unit so far, else all that belongs to it. */
export function endOf(placing: Placing, unit: Unit): DraftLine {
  return placing.added.get(unit.id)?.line ?? linesOf(placing.lines, unit).at(-1)!;
}

export function comment(placing: Placing, target: DraftLine | Edit, by: Revision, text: string): void {
  const id = placing.comments.length;
  placing.comments.push({ id, author: by.author, date: by.date, text });
  target.comments.push(id);
}

/** Changes the words of one line; null when other amendments hold those words. */
export function reword(
  line: DraftLine,
  found: readonly Pick<Edit, 'from' | 'to' | 'insert'>[],
  by: Revision,
): DraftLine | Edit | null {
  const edits = found.map((edit): Edit => ({ ...edit, by, comments: [] }));
  const isTaken = line.removed !== null || edits.some((edit) => line.edits.some((other) => collide(edit, other)));
  if (isTaken) return null;
  line.edits.push(...edits);
  return edits[0] ?? line;
}

/** Other paragraphs in place of `lines`, which nobody has changed yet; what is kept stays, in order. */
export function rewriteLines(
  placing: Placing,
  { unit, by }: Step,
  lines: readonly DraftLine[],
  after: readonly string[],
): DraftLine | Edit {
  const touched: (DraftLine | Edit)[] = [];
  let last: DraftLine | null = null;
  for (const change of diffClauses(
    lines.map(({ text }) => ({ text })),
    after.map((text) => ({ text })),
  ).clauses) {
    const moved = change.change === 'moved' || change.change === 'moved-changed';
    const old = change.before === null ? null : lines[change.before]!;
    if (old !== null && !moved && change.after !== null) {
      const edits = editsBetween(old.text, after[change.after]!, 0).map((edit): Edit => ({
        ...edit,
        by,
        comments: [],
      }));
      old.edits.push(...edits);
      touched.push(...edits);
      last = old;
      continue;
    }
    if (old !== null) {
      old.removed = by;
      touched.push(old);
    }
    if (change.after === null) {
      last = old;
      continue;
    }
    const line = insertedLine(after[change.after]!, { unit, kind: old?.kind ?? kindBelow(unit), labelLength: 0, by });
    addBehind(placing, last ?? before(placing, lines[0]!), line);
    touched.push(line);
    last = line;
  }
  return touched[0] ?? lines[0]!;
}

function kindBelow(unit: Unit): DraftLine['kind'] {
  return unit.children[0]?.type ?? 'text';
}

function before(placing: Placing, line: DraftLine): DraftLine | null {
  return placing.lines[placing.lines.indexOf(line) - 1] ?? null;
}

/** An amendment whose words are taken: its wording as further paragraphs, and a sentence that says so. */
export function addVariant(placing: Placing, { unit, by }: Step, wording: readonly string[]): DraftLine {
  let behind = placing.added.get(`wariant ${unit.id}`)?.line ?? linesOf(placing.lines, unit).at(-1)!;
  placing.bookmarks += 1;
  const added = wording.map((text, i) => {
    const line = insertedLine(text, { unit, kind: 'variant', labelLength: 0, by });
    if (i === 0) line.bookmark = `wariant_${placing.bookmarks}`;
    addBehind(placing, behind, line);
    return (behind = line);
  });
  placing.added.set(`wariant ${unit.id}`, { line: behind, numbers: [] });
  comment(
    placing,
    added[0]!,
    { ...by, author: EXPLAINER },
    `Wariant brzmienia ${unit.citation} (${by.author}): zmienia te same słowa co inna poprawka. Kto go przyjmuje, odrzuca tamtą zmianę i skreśla dotychczasowe brzmienie.`,
  );
  return added[0]!;
}

/** A change that cannot be shown because another amendment holds the words: said in a comment, with why. */
export function addRequest(placing: Placing, { unit, by }: Step, request: { asks: string; what: string }): DraftLine {
  const line = linesOf(placing.lines, unit)[0]!;
  comment(placing, line, by, request.asks);
  comment(
    placing,
    line,
    { ...by, author: EXPLAINER },
    `${request.what} (${by.author}) nie jest naniesione na tekst, bo te słowa zmienia już inna poprawka.`,
  );
  return line;
}
