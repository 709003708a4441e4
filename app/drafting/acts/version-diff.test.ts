import { expect, test } from 'vitest';
import { afterText, beforeText } from '#app/text/diff/diff-text.ts';
import { applyChanges } from './apply-changes.ts';
import type { DraftChange, DraftUnit } from './draft.ts';
import { sample, unitsOf, withIds } from './test-units.ts';
import { citationsOf, printedMarks } from './unit-tree.ts';
import { diffVersions } from './version-diff.ts';

const units = unitsOf(sample);
const idOf = (citation: string) => units[citationsOf(units).indexOf(citation)]!.clauseId;

function next(changes: readonly DraftChange[]): DraftUnit[] {
  const rows = applyChanges(units, changes);
  const marks = printedMarks(rows, 'draft');
  return withIds(rows.map((row, at) => ({ ...row, ...marks[at]! })));
}

test('equal versions have no changes', () => {
  const diff = diffVersions(units, units, 'pl');
  expect(diff).toMatchObject({ units: [], changes: [], renumbered: [], touched: 0, total: 4 });
});

test('changed words are told in their place, the rest is folded away', () => {
  const diff = diffVersions(
    units,
    next([{ op: 'replace', clauseId: idOf('§ 2 ust. 1'), text: 'Próby trwają co najmniej 21 dni.' }]),
    'pl',
  );
  expect(diff.changes.map((unit) => [unit.change, unit.after?.citation])).toEqual([
    ['changed', '§\u00a02 ust.\u00a01'],
  ]);
  const [chapter] = diff.units;
  expect(chapter!.folded).toBe(1);
  expect(chapter!.children[0]!.folded).toBe(2);
  expect(beforeText(diff.changes[0]!.spans)).toBe('Próby trwają co najmniej 14 dni.');
  expect(afterText(diff.changes[0]!.spans)).toBe('Próby trwają co najmniej 21 dni.');
  expect(diff.changes[0]!.sentence).toContain('21');
});

test('a deleted unit is one change, whatever was under it', () => {
  const diff = diffVersions(units, next([{ op: 'delete', clauseId: idOf('§ 2 ust. 2') }]), 'pl');
  expect(diff.changes.map((unit) => [unit.change, unit.before?.citation, unit.after])).toEqual([
    ['deleted', '§\u00a02 ust.\u00a02', null],
  ]);
  expect(diff.changes[0]!.children.map((child) => child.withParent)).toEqual([true, true]);
});

test('an inserted § is one change and the shifted numbers are told apart from it', () => {
  const diff = diffVersions(
    units,
    next([{ op: 'insert-after', clauseId: idOf('§ 1'), type: 'paragraph', text: 'Nowy.' }]),
    'pl',
  );
  expect(diff.changes.map((unit) => [unit.change, unit.after?.citation])).toEqual([['inserted', '§\u00a02']]);
  expect(diff.renumbered.map((item) => [item.before.citation, item.after.citation])).toEqual([
    ['§\u00a02', '§\u00a03'],
    ['§\u00a03', '§\u00a04'],
    ['§\u00a04', '§\u00a05'],
  ]);
  expect(diff).toMatchObject({ touched: 1, total: 5 });
});

test('a moved unit names where it came from', () => {
  const order = units.filter((unit) => unit.clauseId !== idOf('§ 4'));
  const at = order.findIndex((unit) => unit.clauseId === idOf('§ 3'));
  const moved = [...order.slice(0, at), units.find((unit) => unit.clauseId === idOf('§ 4'))!, ...order.slice(at)];
  const marks = printedMarks(moved, 'draft');
  const diff = diffVersions(
    units,
    moved.map((unit, i) => ({ ...unit, ...marks[i]! })),
    'pl',
  );
  expect(diff.changes).toHaveLength(1);
  expect(diff.changes[0]).toMatchObject({ change: 'moved' });
  expect(diff.changes[0]!.before?.citation).not.toBe(diff.changes[0]!.after?.citation);
});
