import { subtreeOf, type DraftUnit } from '#app/drafting/acts/draft.ts';
import type { ProposedAmendment, Unmapped } from '#app/documents/returned/map-returned.ts';
import { typedMark, withoutOwnMark } from '#app/text/parse/typed-mark.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { cleanText } from '#app/forms/clean-text.ts';
import { sameWords } from '../remarks/proposal.ts';
import { bringsMark } from '#app/record/covered/grounds.ts';
import { emptyOperation } from '../register/filing-draft.ts';
import type { OperationDraft } from '../register/operation-draft.ts';
import { operationsFor, textLimits } from '../state/remark.ts';
import { addsTooMuch, longestWith } from '../state/word-limits.ts';

/** A change of the lawyer's as an amendment of the office; `date` as the file has it. */
export type PlannedAmendment = { author: string; date: string; operations: OperationDraft[] };

type UnplannedCode = 'heading' | 'no-place' | 'not-here' | 'too-long' | 'covered-words';
export type Unplanned = Omit<Unmapped, 'code'> & { code: UnplannedCode };

/**
 * Proposals of a file as amendments against the version it was made from: changes of several paragraphs of one unit are one, and
 * paragraphs inserted one after another are one with a unit each. What no unit can take over is listed.
 */
export function planProposals(
  proposals: readonly ProposedAmendment[],
  units: readonly DraftUnit[],
): { amendments: PlannedAmendment[]; unplanned: Unplanned[] } {
  const amendments: PlannedAmendment[] = [];
  const unplanned: Unplanned[] = [];
  proposals.forEach((proposal, index) => {
    const unit = units[Number(proposal.unit)];
    const open = isContinued(proposals[index - 1], proposal) ? amendments.at(-1) : undefined;
    const planned = unit
      ? bringsMark([wordsOf(proposal)], proposal.op === 'replace' ? [proposal.was] : [])
        ? 'covered-words'
        : planOne(proposal, { unit, units, open })
      : 'no-place';
    if (typeof planned === 'string')
      unplanned.push({
        code: planned,
        author: proposal.author,
        date: proposal.date,
        citation: proposal.citation,
        words: wordsOf(proposal).slice(0, 200),
      });
    else if (open) open.operations = planned;
    else amendments.push({ author: proposal.author, date: proposal.date, operations: planned });
  });
  return { amendments, unplanned };
}

function isContinued(before: ProposedAmendment | undefined, { op, unit, author }: ProposedAmendment): boolean {
  return op !== 'delete' && before?.op === op && before.unit === unit && before.author === author;
}

function wordsOf(proposal: ProposedAmendment): string {
  return cleanText('text' in proposal ? (proposal.text ?? '') : '');
}

/** `open` is the amendment that the proposal goes on with. */
type Place = { unit: DraftUnit; units: readonly DraftUnit[]; open: PlannedAmendment | undefined };

/** All operations of the amendment, or why there is none. */
function planOne(proposal: ProposedAmendment, place: Place): OperationDraft[] | UnplannedCode {
  if (proposal.op === 'insert-after') return planInsertion(wordsOf(proposal), place);
  const { unit, open } = place;
  if (!operationsFor(unit).includes(proposal.op)) return proposal.op === 'replace' ? 'heading' : 'not-here';
  if (proposal.op === 'delete') return [emptyOperation(unit, 'delete')];
  const text = withParagraph(open?.operations[0]?.text ?? unit.text, proposal, unit.heading);
  if (text === null) return 'heading';
  return text.length > longestWith(unit.text.length) || addsTooMuch([unit.text], [text])
    ? 'too-long'
    : [{ ...emptyOperation(unit, 'replace'), text }];
}

/** The unit's words with one of its paragraphs replaced; null when the change is outside them, in the heading or the marks of a quotation. */
function withParagraph(current: string, proposal: ProposedAmendment, heading: string): string | null {
  const lines = current.split('\n');
  const [was, now] = [proposal.was ?? '', wordsOf(proposal)];
  for (const [old, next] of [
    [was, now],
    [without(heading, was), without(heading, now)],
    [bare(was), bare(now)],
  ] as const) {
    const at =
      old === null || next === null || next === ''
        ? -1
        : lines.findIndex((line) => sameWords(line, old) || sameWords(bare(line), old));
    if (at >= 0) return lines.map((line, index) => (index === at ? next! : line)).join('\n');
  }
  return null;
}

function without(heading: string, words: string): string | null {
  return heading !== '' && words.startsWith(heading) ? words.slice(heading.length).trimStart() : null;
}

/** Words without quotation marks around them, which the printed text moves between lines. */
function bare(words: string): string {
  return withoutQuote(words.replace(/^["„“”«»]\s*/u, ''));
}

function withoutQuote(words: string): string {
  return /["„“”«»]$/u.test(words) ? words.slice(0, -1).trimEnd() : words;
}

/**
 * A new unit stands behind one of its kind: its printed mark says which kind, and the unit before it is looked for upwards. A paragraph
 * without a mark that follows a new unit belongs to it.
 */
function planInsertion(typed: string, { unit, units, open }: Place): OperationDraft[] | UnplannedCode {
  const before = open?.operations ?? [];
  const mark = typedMark(typed, 'point');
  const last = before.at(-1);
  const anchor = mark ? holderOf(unit, mark.type, units) : unit;
  if (!mark && last) return withinLimit([...before.slice(0, -1), { ...last, inserted: `${last.inserted}\n${typed}` }]);
  if (!anchor) return 'no-place';
  if (!operationsFor(anchor).includes('insert-after')) return 'not-here';
  return withinLimit([
    ...before,
    { ...emptyOperation(anchor, 'insert-after'), inserted: mark ? withoutOwnMark(mark.words, mark.type).words : typed },
  ]);
}

function withinLimit(operations: OperationDraft[]): OperationDraft[] | UnplannedCode {
  return operations.every(({ inserted }) => inserted.length <= textLimits.wording) ? operations : 'too-long';
}

/** The unit of a type that ends where `unit` ends; null when the new unit would part what belongs together. */
function holderOf(unit: DraftUnit, type: UnitType, units: readonly DraftUnit[]): DraftUnit | null {
  const end = units.indexOf(unit);
  for (let at: DraftUnit | undefined = unit; at; at = units.find(({ clauseId }) => clauseId === at!.parentClauseId)) {
    const below = subtreeOf(units, at.clauseId);
    if (units.indexOf(at) + below.length - 1 !== end && at !== unit) return null;
    if (at.type === type) return at;
  }
  return null;
}
