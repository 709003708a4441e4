import { indexUnits, lineRoles, MAX_SOURCE_CHARS, parse, walkUnits } from '#app/text/index.ts';
import { DocxError } from '#app/text/docx/zip.ts';
import type { Printed } from '#app/text/docx/print-reading.ts';

/** Citation of a block of the document; `lines` are the line breaks before the place within it. Empty outside units. */
export type Citer = (block: number, lines: number) => string;

/** A block is cited as the old text cites it; one that is new, as the new text does; otherwise as the one before it. */
export function citeLines(rejected: Printed, accepted: Printed): Citer {
  const old = citationsByLine(rejected.text);
  const next = citationsByLine(accepted.text);
  const nearest = nearestPrinted(rejected, accepted);
  return (block, lines) => {
    const at = nearest[block] ?? -1;
    const extra = at === block ? lines : 0;
    const oldLine = rejected.lineOf[at] ?? null;
    if (oldLine !== null) return old(oldLine + extra);
    const newLine = accepted.lineOf[at] ?? null;
    return newLine === null ? '' : next(newLine + extra);
  };
}

/** For each block itself or the last one before it that has words in either reading; -1 without one. */
function nearestPrinted(rejected: Printed, accepted: Printed): number[] {
  let last = -1;
  return rejected.lineOf.map(
    (line, at) => (last = line !== null || (accepted.lineOf[at] ?? null) !== null ? at : last),
  );
}

function citationsByLine(text: string): (line: number) => string {
  if (text.length > MAX_SOURCE_CHARS)
    throw new DocxError(`the document holds more than ${MAX_SOURCE_CHARS} characters`, 'too-big');
  const act = parse(text);
  const units = indexUnits(act);
  /** "§ 1. 1. Words" opens two units on one line: the words belong to the last. */
  const opened = new Map<number, string>();
  for (const unit of walkUnits(act)) if (unit.citation !== '') opened.set(unit.line, unit.citation);
  const roles = lineRoles(text);
  return (line) => opened.get(line) ?? units.get(roles[line - 1]?.unitId ?? '')?.citation ?? '';
}
