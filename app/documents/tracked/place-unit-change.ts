import { renderUnitText, type Unit } from '#app/text/index.ts';
import { insertedLine, linesOf, type DraftLine, type Edit } from '../model/draft-line.ts';
import { editsBetween, markAfter, paragraphsOf } from '../model/new-wording.ts';
import {
  addBehind,
  addRequest,
  addVariant,
  comment,
  endOf,
  isFree,
  ownLines,
  reword,
  rewriteLines,
  type Placing,
  type Step,
} from '../model/placing.ts';

type Where = DraftLine | Edit;

/** Other own words of a unit: mark, heading and everything below it stay. */
export function placeWords(placing: Placing, step: Step, text: string): Where {
  const own = ownLines(placing, step.unit);
  const after = asPrinted(own, step.unit, text);
  if (own.length === after.length) {
    const edits = own.map((line, i) => editsBetween(line.text, after[i]!, 0));
    const changed = edits.flatMap((found, i) => (found.length > 0 ? [i] : []));
    if (changed.length === 0) return own[0]!;
    if (changed.length === 1)
      return (
        reword(own[changed[0]!]!, edits[changed[0]!]!, step.by) ?? addVariant(placing, step, [after[changed[0]!]!])
      );
  }
  return isFree(own) ? rewriteLines(placing, step, own, after) : addVariant(placing, step, after);
}

/** The paragraphs that print the unit with other words; quotation marks of quoted wording around it stay. */
function asPrinted(own: readonly DraftLine[], unit: Unit, text: string): string[] {
  const before = printed(unit);
  const after = printed({ ...unit, text });
  if (unit.quoted !== undefined) after[after.length - 1] = withoutOpeningMark(after.at(-1)!);
  const [first, last] = [own[0]?.text ?? '', own.at(-1)?.text ?? ''];
  const prefix = first.slice(0, Math.max(0, first.indexOf(before[0]!)));
  const ending = before.at(-1)!;
  const at = last.lastIndexOf(ending);
  const suffix = at < 0 ? '' : last.slice(at + ending.length);
  return after.map((words, i) => `${i === 0 ? prefix : ''}${words}${i === after.length - 1 ? suffix : ''}`);
}

function printed(unit: Unit): string[] {
  const { quoted: _quoted, ...alone } = unit;
  return renderUnitText({ ...alone, children: [] }).split(/\n{2,}/);
}

/** New paragraphs right behind `behind`, the first with the mark that follows that of the unit. */
export function placeNew(placing: Placing, { unit, by }: Step, text: string, behind: DraftLine): DraftLine {
  const numbers = placing.added.get(unit.id)?.numbers ?? [];
  const wording = paragraphsOf(text);
  const mark = markAfter(placing.act, unit, wording[0] ?? '', numbers);
  let last = behind;
  const added = wording.map((words, i) => {
    const isMarked = i === 0 && mark.label !== '';
    const line = insertedLine(isMarked ? `${mark.label} ${words}` : words, {
      unit,
      kind: i === 0 ? unit.type : 'text',
      labelLength: isMarked ? mark.label.length : 0,
      by,
    });
    addBehind(placing, last, line);
    return (last = line);
  });
  placing.added.set(unit.id, { line: last, numbers: mark.number === '' ? [...numbers] : [...numbers, mark.number] });
  return added[0] ?? behind;
}

/** The unit with everything under it goes behind another one: w:moveFrom and w:moveTo, paragraph by paragraph. */
export function placeMove(placing: Placing, step: Step, target: Unit): DraftLine {
  const lines = linesOf(placing.lines, step.unit);
  if (!isFree(lines))
    return addRequest(placing, step, {
      asks: `Przenieść ${step.unit.citation} po ${target.citation}.`,
      what: `Przeniesienie ${step.unit.citation}`,
    });
  let behind = endOf(placing, target);
  for (const line of lines) {
    placing.moves += 1;
    const name = `przeniesienie_${placing.moves}`;
    const there = insertedLine(line.text, {
      unit: step.unit,
      kind: line.kind,
      labelLength: line.labelLength,
      by: step.by,
    });
    there.move = name;
    line.move = name;
    line.removed = step.by;
    addBehind(placing, behind, there);
    behind = there;
  }
  placing.added.set(target.id, { line: behind, numbers: placing.added.get(target.id)?.numbers ?? [] });
  return lines[0]!;
}

/** The unit keeps `text`; `rest` becomes a unit right behind its own words. */
export function placeSplit(placing: Placing, step: Step, { text, rest }: { text: string; rest: string }): Where {
  const first = placeWords(placing, step, text);
  placeNew(placing, step, rest, ownLines(placing, step.unit).at(-1)!);
  return first;
}

/** The unit takes in the words of another one, whose own paragraphs go; what stood below it stays. */
export function placeMerge(placing: Placing, step: Step, { target, text }: { target: Unit; text: string }): Where {
  const first = placeWords(placing, step, text);
  const taken = ownLines(placing, target);
  if (isFree(taken)) for (const line of taken) line.removed = step.by;
  else
    addRequest(
      placing,
      { ...step, unit: target },
      {
        asks: `Skreślić ${target.citation}: łączy się z ${step.unit.citation}.`,
        what: `Skreślenie ${target.citation}`,
      },
    );
  return first;
}

/** Said at the unit, or at the title when there is none. */
export function placeNote(
  placing: Placing,
  { unit, by, text }: { unit: Unit | null; by: Step['by']; text: string },
): DraftLine {
  const line = (unit === null ? undefined : ownLines(placing, unit)[0]) ?? placing.lines[0]!;
  comment(placing, line, by, text);
  return line;
}

function withoutOpeningMark(line: string): string {
  return /["„“”«]$/u.test(line) ? line.slice(0, -1).trimEnd() : line;
}
