/** What becomes of each clause of the base: kept, reworded, deleted, or for a human to decide. */
import type { ConflictOption, MergeConflict } from '../diff/change-types.ts';
import type { Layout } from './merge-order.ts';
import { mergeText } from './merge-text.ts';
import { byKey, fullText, isEdited, originOf, type MergeInput, type Unit } from './merge-units.ts';

export interface Contents {
  /** Text and level of clauses of the base after the merge. */
  merged: Map<string, { id: string | undefined; text: string; level: number | undefined }>;
  deleted: Set<string>;
  disputed: Set<string>;
  conflicts: MergeConflict[];
}

/** Merges the clauses of the base one by one; where they stand is settled elsewhere. */
export function mergeContents(input: MergeInput, layout: Layout): Contents {
  const contents: Contents = { merged: new Map(), deleted: new Set(), disputed: new Set(), conflicts: [] };
  const sides = input.sides.map(byKey);
  for (const unit of input.base) {
    const states = sides.map((side) => side.get(unit.key) ?? null);
    if (states.includes(null)) settleDeletion(unit, states, layout, contents);
    else
      mergeUnit(
        unit,
        states.flatMap((state) => state ?? []),
        contents,
      );
  }
  refuseOrphans(input, contents);
  return contents;
}

function settleDeletion(unit: Unit, states: readonly (Unit | null)[], layout: Layout, contents: Contents): void {
  const isHeld = (state: Unit | null, side: number): boolean =>
    state !== null && (isEdited(unit, state) || layout.moved[side]!.has(unit.key));
  if (!states.some(isHeld)) {
    contents.deleted.add(unit.key);
    return;
  }
  const options = new Map<string | null, ConflictOption>();
  states.forEach((state, side) => {
    if (state !== null && !isHeld(state, side)) return;
    const wording = state === null ? null : fullText(state);
    const same = options.get(wording);
    if (same === undefined) options.set(wording, { sides: [side], text: wording ?? '' });
    else same.sides.push(side);
  });
  report(unit, wholeClause(unit, [...options.values()]), contents);
}

function mergeUnit(unit: Unit, states: readonly Unit[], contents: Contents): void {
  const text = mergeText(
    unit.text,
    states.map((state) => state.text),
  );
  for (const conflict of text.conflicts) report(unit, { kind: 'words', ...conflict }, contents);
  const level = mergeLevel(unit, states, contents);
  contents.merged.set(unit.key, {
    id: unit.id ?? states.find((state) => state.id !== undefined)?.id,
    text: text.text ?? unit.text,
    level,
  });
}

function mergeLevel(unit: Unit, states: readonly Unit[], contents: Contents): number | undefined {
  const before = unit.level ?? 0;
  const changed = [...states.entries()].filter(([, state]) => (state.level ?? 0) !== before);
  if (changed.length === 0) return unit.level ?? states.find((state) => state.level !== undefined)?.level;
  const levels = [...new Set(changed.map(([, state]) => state.level ?? 0))];
  if (levels.length > 1) {
    const options = levels.map((level) => ({
      sides: changed.flatMap(([side, state]) => ((state.level ?? 0) === level ? [side] : [])),
      text: String(level),
    }));
    report(unit, { kind: 'level', from: 0, to: 0, base: String(before), options }, contents);
  }
  return changed[0]![1].level;
}

interface Dispute {
  kind: MergeConflict['kind'];
  from: number;
  to: number;
  base: string;
  options: ConflictOption[];
}

/** A clause that one side deletes and another one holds on to. */
function wholeClause(unit: Unit, options: ConflictOption[]): Dispute {
  const base = fullText(unit);
  return { kind: 'delete', from: 0, to: base.length, base, options };
}

function report(unit: Unit, { kind, from, to, base, options }: Dispute, contents: Contents): void {
  const origin = originOf(unit, from, to);
  contents.disputed.add(unit.key);
  contents.conflicts.push({
    kind,
    clause: origin.id ?? null,
    base,
    from: origin.from,
    to: origin.to,
    ours: options[0]!.text,
    theirs: options[1]!.text,
    options,
  });
}

/** A new item in a list whose introduction another side deletes has nothing to belong to: that deletion is disputed. */
function refuseOrphans(input: MergeInput, contents: Contents): void {
  const known = byKey(input.base);
  const sides = input.sides.map(byKey);
  input.sides.forEach((units, side) => {
    const chain: Unit[] = [];
    for (const unit of units) {
      while (chain.length > 0 && (chain.at(-1)!.level ?? 0) >= (unit.level ?? 0)) chain.pop();
      const parent = chain.at(-1);
      chain.push(unit);
      if (parent === undefined || known.has(unit.key) || !contents.deleted.has(parent.key)) continue;
      const deleters = [...sides.keys()].filter((s) => !sides[s]!.has(parent.key));
      contents.deleted.delete(parent.key);
      const original = known.get(parent.key)!;
      const options = [
        { sides: deleters, text: '' },
        { sides: [side], text: fullText(original) },
      ].sort((a, b) => a.sides[0]! - b.sides[0]!);
      report(original, wholeClause(original, options), contents);
    }
  });
}
