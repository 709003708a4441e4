import { subtreeOf, type DraftUnit } from '#app/drafting/acts/draft.ts';
import { typedMark, typedUnits, withoutOwnMark, type TypedMark } from '#app/text/parse/typed-mark.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { filingLimits, type OperationDraft, type OperationField, type PointDraft } from './operation-draft.ts';

/** Fields whose words begin a unit, and what stands at that unit now. */
type Begun = { field: OperationField; text: string; standing: string };

/** A mark of another kind than the unit's at the beginning of a field. */
type OtherMark = TypedMark & { field: OperationField; canBeUnit: boolean };

function begun(operation: OperationDraft, unit: DraftUnit): Begun[] {
  switch (operation.op) {
    case 'replace':
      return [{ field: 'text', text: operation.text, standing: unit.text }];
    case 'insert-after':
      return [{ field: 'inserted', text: operation.inserted, standing: '' }];
    case 'split':
      return [
        { field: 'first', text: operation.first, standing: unit.text },
        { field: 'rest', text: operation.rest, standing: '' },
      ];
    case 'merge':
      return [{ field: 'joined', text: operation.joined, standing: unit.text }];
    default:
      return [];
  }
}

/** The first mark of another kind in an operation; null where there is none, or where its author said what it is. */
export function otherMark(operation: OperationDraft, unit: DraftUnit, units: readonly DraftUnit[]): OtherMark | null {
  if (operation.mark === 'keep') return null;
  for (const { field, text, standing } of begun(operation, unit)) {
    const found = typedMark(text, unit.type, standing);
    if (!found || found.own) continue;
    const canBeUnit = operation.op === 'insert-after' && anchorFor(unit, found.type, units) !== null;
    return { ...found, field, canBeUnit };
  }
  return null;
}

/**
 * An operation as it goes on: marks of the unit's own kind are taken off, since the text prints them itself, lines with a mark each
 * become a unit each, and a mark of another kind is treated as its author said. With the marks that were taken off.
 */
function cleanOperation(
  operation: OperationDraft,
  unit: DraftUnit,
  units: readonly DraftUnit[],
): { operations: OperationDraft[]; taken: string[] } {
  const other = otherMark(operation, unit, units);
  if (other && operation.mark === 'unit' && operation.op === 'insert-after') {
    const anchor = anchorFor(unit, other.type, units);
    if (anchor)
      return cleanOperation(
        { ...operation, code: anchor.code, base: anchor.revisionId, mark: undefined },
        anchor,
        units,
      );
  }
  const cleaned = { ...operation };
  const taken: string[] = [];
  const more: OperationDraft[] = [];
  for (const { field, text, standing } of begun(operation, unit)) {
    if (other?.field === field && operation.mark === 'off') {
      setWords(cleaned, field, other.words);
      taken.push(other.label);
      continue;
    }
    const parts =
      operation.op === 'replace' || operation.op === 'insert-after' ? typedUnits(text, unit.type, standing) : [];
    const [first, ...rest] = parts.length > 0 ? parts : [withoutOwnMark(text, unit.type, standing)];
    if (first!.mark === '' && rest.length === 0) continue;
    setWords(cleaned, field, first!.words);
    taken.push(...[first!, ...rest].map(({ mark }) => mark).filter(Boolean));
    more.push(...rest.map(({ words }) => added(unit, words)));
  }
  return { operations: [cleaned, ...more], taken };
}

/** The points of a letter with every operation cleaned; one that would be of more operations than a point may have stays as it was typed. */
export function cleanPoints(points: readonly PointDraft[], units: readonly DraftUnit[]): PointDraft[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return points.map((point) => {
    const operations = point.operations.flatMap((operation) => {
      const unit = byCode.get(operation.code);
      return unit ? cleanOperation(operation, unit, units).operations : [operation];
    });
    return operations.length > filingLimits.operations ? point : { ...point, operations };
  });
}

/** The marks that `cleanPoints` takes off, by „point clause position" of the operation they stood in. */
export function takenMarks(points: readonly PointDraft[], units: readonly DraftUnit[]): Map<string, string[]> {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const found = new Map<string, string[]>();
  points.forEach(({ operations }, point) => {
    let at = 0;
    for (const operation of operations) {
      const unit = byCode.get(operation.code);
      const cleaned = unit ? cleanOperation(operation, unit, units) : { operations: [operation], taken: [] };
      if (cleaned.taken.length > 0) found.set(`${point} ${cleaned.operations[0]!.code} ${at}`, cleaned.taken);
      at += cleaned.operations.length;
    }
  });
  return found;
}

function setWords(operation: OperationDraft, field: OperationField, words: string): void {
  Object.assign(operation, { [field]: words });
}

function added(unit: DraftUnit, words: string): OperationDraft {
  return {
    op: 'insert-after',
    code: unit.code,
    base: unit.revisionId,
    quote: '',
    text: unit.text,
    inserted: words,
    first: unit.text,
    rest: '',
    joined: unit.text,
    partner: null,
    target: null,
  };
}

/**
 * The unit of a kind after which a new one can stand so that it comes right behind `unit`: one that `unit` ends, or the last one that
 * ends it. Null where a new unit of that kind would part what belongs together.
 */
function anchorFor(unit: DraftUnit, type: UnitType, units: readonly DraftUnit[]): DraftUnit | null {
  const own = subtreeOf(units, unit.clauseId);
  const end = own.at(-1);
  for (let at = end; at && at.clauseId !== unit.clauseId; at = parentOf(at, units)) if (at.type === type) return at;
  for (let at: DraftUnit | undefined = unit; at; at = parentOf(at, units)) {
    if (subtreeOf(units, at.clauseId).at(-1) !== end) return null;
    if (at.type === type) return at;
  }
  return null;
}

function parentOf(unit: DraftUnit, units: readonly DraftUnit[]): DraftUnit | undefined {
  return units.find(({ clauseId }) => clauseId === unit.parentClauseId);
}
