import { diffText, insertedNumber, present, standardLabel, type Act, type Unit } from '#app/text/index.ts';
import type { Edit } from './draft-line.ts';

const PRINTED_MARK = /^(?:§\s*\d+[a-z]*\.?|Art\.\s*\d+[a-z]*\.?|\d+[a-z]*[.)]|[a-z]{1,3}\)|[-–—])(?=\s|$)/u;

/** Paragraphs of a wording typed by a person; blank lines part nothing. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The wording without the printed mark of the clause it is for, when somebody typed it along. */
export function withoutMark(text: string, label: string): string {
  if (label === '' || !text.startsWith(label)) return text;
  return text.slice(label.length).trimStart();
}

/** Places where two wordings differ, in the form people can read; positions are counted from `offset`. */
export function editsBetween(before: string, after: string, offset: number): Pick<Edit, 'from' | 'to' | 'insert'>[] {
  const edits: Pick<Edit, 'from' | 'to' | 'insert'>[] = [];
  let at = offset;
  let open: Pick<Edit, 'from' | 'to' | 'insert'> | null = null;
  for (const span of present(diffText(before, after)).spans) {
    if (span.op === 'keep') {
      at += (span.before ?? span.text).length;
      open = null;
      continue;
    }
    if (open === null) edits.push((open = { from: at, to: at, insert: '' }));
    if (span.op === 'insert') open.insert += span.text;
    else {
      at += span.text.length;
      open.to = at;
    }
  }
  return edits;
}

/**
 * The mark of a unit that comes after another: 2a after 2 (§ 89 ZTP), a plain next number at the end. Empty where the
 * wording brings its own mark and for units that have none. `taken` are numbers given to units added there before.
 */
export function markAfter(
  act: Act,
  unit: Unit,
  wording: string,
  taken: readonly string[],
): { label: string; number: string } {
  if (PRINTED_MARK.test(wording)) return { label: '', number: '' };
  if (unit.type === 'indent' || unit.type === 'subindent') return { label: standardLabel(unit.type, ''), number: '' };
  if (
    unit.number === '' ||
    unit.label === '' ||
    !['article', 'paragraph', 'subsection', 'point', 'letter'].includes(unit.type)
  )
    return { label: '', number: '' };
  const number = insertedNumber(taken.at(-1) ?? unit.number, numberAfter(act, unit), unit.type);
  return { label: standardLabel(unit.type, number), number };
}

/** § and art. are numbered through the whole act, the units below them within their holder. */
function numberAfter(act: Act, unit: Unit): string | null {
  const throughAll = unit.type === 'article' || unit.type === 'paragraph';
  const row = throughAll ? basicUnits(act, unit) : siblings([...act.units, ...act.annexes], unit);
  return row[row.indexOf(unit) + 1]?.number ?? null;
}

function basicUnits(act: Act, unit: Unit): Unit[] {
  const collect = (units: readonly Unit[]): Unit[] =>
    units.flatMap((one) => (one.type === unit.type ? [one] : collect(one.children)));
  const rows = [collect(act.units), ...act.annexes.map((annex) => collect(annex.children))];
  return rows.find((row) => row.includes(unit)) ?? [unit];
}

function siblings(units: readonly Unit[], unit: Unit): Unit[] {
  if (units.includes(unit)) return units.filter((one) => one.type === unit.type);
  for (const one of units) {
    const found = siblings([...one.children, ...(one.quoted ?? [])], unit);
    if (found.length > 0) return found;
  }
  return [];
}
