import { expect, test } from 'vitest';
import { applyChanges } from './apply-changes.ts';
import { inOrder, subtreeOf } from './draft.ts';
import { sample, unitsOf, withIds } from './test-units.ts';
import { citationsOf, printedMarks } from './unit-tree.ts';

const units = unitsOf(sample);
const labelsOf = (rows: readonly { label: string; text: string }[]) =>
  rows.map((row) => `${row.label} ${row.text}`.trim());
const idOf = (citation: string) => units[citationsOf(units).indexOf(citation)]!.clauseId;

test('a replacement changes the words of one clause and nothing else', () => {
  const next = applyChanges(units, [{ op: 'replace', clauseId: idOf('§ 1'), text: 'Nowe słowa.' }]);
  const changed = next.filter((unit) => unit.revisionId === null);
  expect(changed.map((unit) => [unit.clauseId, unit.text])).toEqual([[idOf('§ 1'), 'Nowe słowa.']]);
  expect(next.map((unit) => unit.orderKey)).toEqual(units.map((unit) => unit.orderKey));
});

test('a replacement by the same words makes no new revision', () => {
  const next = applyChanges(units, [
    { op: 'replace', clauseId: idOf('§ 1'), text: units.find((unit) => unit.clauseId === idOf('§ 1'))!.text },
  ]);
  expect(next.every((unit) => unit.revisionId !== null)).toBe(true);
});

test('several insertions after one clause stand in the order given', () => {
  const next = applyChanges(units, [
    { op: 'insert-after', clauseId: idOf('§ 1'), type: 'paragraph', text: 'Pierwszy.' },
    { op: 'insert-after', clauseId: idOf('§ 1'), type: 'paragraph', text: 'Drugi.' },
  ]);
  const at = next.findIndex((unit) => unit.clauseId === idOf('§ 1'));
  expect(next.slice(at + 1, at + 3).map((unit) => unit.text)).toEqual(['Pierwszy.', 'Drugi.']);
  expect(inOrder(next).map((unit) => unit.text)).toEqual(next.map((unit) => unit.text));
});

test('an insertion stands after everything under its anchor and at its level', () => {
  const next = applyChanges(units, [
    { op: 'insert-after', clauseId: idOf('§ 2 ust. 2'), type: 'subsection', text: 'Nowy ustęp.' },
  ]);
  const at = next.findIndex((unit) => unit.text === 'Nowy ustęp.');
  expect(next[at - 1]!.text).toBe('na tablicy ogłoszeń.');
  expect(next[at]!.depth).toBe(next.find((unit) => unit.clauseId === idOf('§ 2 ust. 2'))!.depth);
  expect(next[next[at]!.parent!]!.clauseId).toBe(idOf('§ 2'));
});

test('insertions after an inner and an outer clause that end together keep to their levels', () => {
  const next = applyChanges(units, [
    { op: 'insert-after', clauseId: idOf('§ 2'), type: 'paragraph', text: 'Nowy paragraf.' },
    { op: 'insert-after', clauseId: idOf('§ 2 ust. 3'), type: 'subsection', text: 'Nowy ustęp.' },
  ]);
  const at = next.findIndex((unit) => unit.text === 'Nowy ustęp.');
  expect(next[at + 1]!.text).toBe('Nowy paragraf.');
});

test('a deletion takes everything under the clause with it', () => {
  const gone = subtreeOf(units, idOf('§ 2 ust. 2')).map((unit) => unit.clauseId);
  const next = applyChanges(units, [{ op: 'delete', clauseId: idOf('§ 2 ust. 2') }]);
  expect(gone).toHaveLength(3);
  expect(next.map((unit) => unit.clauseId)).toEqual(
    units.map((unit) => unit.clauseId).filter((id) => !gone.includes(id)),
  );
});

test('a clause that is missing or changed twice is refused', () => {
  expect(() => applyChanges(units, [{ op: 'delete', clauseId: 'nobody' }])).toThrow('missing');
  expect(() =>
    applyChanges(units, [
      { op: 'delete', clauseId: 'c3' },
      { op: 'replace', clauseId: 'c3', text: 'x' },
    ]),
  ).toThrow('twice');
});

test('a draft numbers itself and an adopted act keeps its numbers', () => {
  const next = applyChanges(units, [{ op: 'insert-after', clauseId: idOf('§ 1'), type: 'paragraph', text: 'Nowy.' }]);
  const draft = printedMarks(next, 'draft')
    .map((mark) => mark.label)
    .filter((label) => label.startsWith('§'));
  const adopted = printedMarks(next, 'adopted')
    .map((mark) => mark.label)
    .filter((label) => label.startsWith('§'));
  expect(draft).toEqual(['§ 1.', '§ 2.', '§ 3.', '§ 4.', '§ 5.']);
  expect(adopted).toEqual(['§ 1.', '§ 1a.', '§ 2.', '§ 3.', '§ 4.']);
});

test('the next version is a version again: changes can be applied to it', () => {
  const first = withIds(
    applyChanges(units, [{ op: 'insert-after', clauseId: idOf('§ 1'), type: 'paragraph', text: 'Nowy.' }]),
  );
  const second = applyChanges(first, [
    { op: 'delete', clauseId: first.find((unit) => unit.text === 'Nowy.')!.clauseId },
  ]);
  expect(labelsOf(second)).toEqual(labelsOf(units));
});
