import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tryChanges } from './apply-changes.ts';
import { inOrder, type DraftChange, type DraftUnit } from './draft.ts';
import { nextText } from './next-text.ts';
import { sample, unitsOf, withIds } from './test-units.ts';
import { citationsOf } from './unit-tree.ts';

const units = unitsOf(`${sample}
§ 5. 1. Wniosek, o którym mowa w § 2 ust. 2, zawiera:

1) imię;

2) adres;

3) podpis.

2. Do wniosku, o którym mowa w ust. 1, stosuje się § 3.

3. Wniosek rozpatruje się w terminie 7 dni.
`);
const idOf = (citation: string, of: readonly DraftUnit[] = units) => of[citationsOf(of).indexOf(citation)]!.clauseId;
const words = (list: readonly { heading: string; text: string }[]) =>
  list
    .map(({ heading, text }) => `${heading} ${text}`)
    .join(' ')
    .split(/\s+/)
    .filter(Boolean)
    .sort();
const done = (changes: readonly DraftChange[], from: readonly DraftUnit[] = units): DraftUnit[] => {
  const next = nextText({ units: from, numbering: 'draft' }, changes);
  if (!next.ok) throw new Error(next.error.code);
  return withIds(next.value.units);
};
const textOf = (list: readonly DraftUnit[], citation: string) => list[citationsOf(list).indexOf(citation)]?.text;

const clause = fc.constantFrom(...units.map(({ clauseId }) => clauseId));
const anyChange: fc.Arbitrary<DraftChange> = fc.oneof(
  fc.record({ op: fc.constant('move' as const), clauseId: clause, targetId: clause }),
  fc.record({
    op: fc.constant('split' as const),
    clauseId: clause,
    text: fc.constant('Część pierwsza.'),
    rest: fc.constant('Część druga.'),
  }),
  fc.record({ op: fc.constant('merge' as const), clauseId: clause, targetId: clause, text: fc.constant('Razem.') }),
  fc.record({ op: fc.constant('replace' as const), clauseId: clause, text: fc.constant('Inaczej.') }),
  fc.record({
    op: fc.constant('insert-after' as const),
    clauseId: clause,
    type: fc.constant('paragraph' as const),
    text: fc.constant('Nowe.'),
  }),
  fc.record({ op: fc.constant('delete' as const), clauseId: clause }),
);

test('any changes give a version again or a clear refusal: nobody is doubled, lost or out of order', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 6 }), (changes) => {
      const result = tryChanges(units, changes);
      if (!result.ok) return;
      const next = result.value.units;
      const kept = next.flatMap(({ clauseId }) => clauseId ?? []);
      expect(new Set(kept).size).toBe(kept.length);
      expect(inOrder(next).map(({ key }) => key)).toEqual(next.map(({ key }) => key));
      expect(new Set(next.map(({ orderKey }) => orderKey)).size).toBe(next.length);
      next.forEach(({ parent, depth }, at) => {
        expect(depth).toBe(parent === null ? 0 : next[parent]!.depth + 1);
        expect(parent ?? -1).toBeLessThan(at);
      });
      const gone = new Set(units.map(({ clauseId }) => clauseId).filter((id) => !kept.includes(id)));
      const named = new Set(
        changes.flatMap((change) =>
          change.op === 'delete' ? [change.clauseId] : change.op === 'merge' ? [change.targetId] : [],
        ),
      );
      for (const id of gone) expect(aboveOf(id).some((each) => named.has(each))).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('a unit is split or moved, not both', () => {
  const [clauseId, targetId] = [idOf('§ 2 ust. 2'), idOf('§ 1')];
  const changes: DraftChange[] = [
    { op: 'move', clauseId, targetId },
    { op: 'split', clauseId, text: 'Część pierwsza.', rest: 'Część druga.' },
  ];
  for (const order of [changes, changes.toReversed()])
    expect(tryChanges(units, order)).toEqual({ ok: false, error: { code: 'twice', clauseId } });
});

function aboveOf(id: string): string[] {
  const parent = units.find(({ clauseId }) => clauseId === id)?.parentClauseId;
  return [id, ...(parent ? aboveOf(parent) : [])];
}

test('a move takes everything along and changes no word', () => {
  fc.assert(
    fc.property(clause, clause, (clauseId, targetId) => {
      const result = tryChanges(units, [{ op: 'move', clauseId, targetId }]);
      if (!result.ok) return;
      expect(words(result.value.units)).toEqual(words(units));
      expect(result.value.units.every(({ revisionId }) => revisionId !== null)).toBe(true);
    }),
  );
});

test('a moved unit stands behind its target with its subtree, and only its key is new', () => {
  const next = done([{ op: 'move', clauseId: idOf('§ 2 ust. 2'), targetId: idOf('§ 2 ust. 3') }]);
  expect(citationsOf(next)[next.findIndex(({ clauseId }) => clauseId === idOf('§ 2 ust. 2'))]).toBe('§ 2 ust. 3');
  expect(textOf(next, '§ 2 ust. 3 pkt 2')).toBe('na tablicy ogłoszeń.');
  const rekeyed = next.filter(
    (unit) => units.find(({ clauseId }) => clauseId === unit.clauseId)?.orderKey !== unit.orderKey,
  );
  expect(rekeyed.map(({ clauseId }) => clauseId)).toEqual([idOf('§ 2 ust. 3')]);
});

test('a unit does not go where the rules of nesting do not let it', () => {
  const move = (clauseId: string, targetId: string) => tryChanges(units, [{ op: 'move', clauseId, targetId }]);
  expect(move(idOf('§ 2 ust. 2 pkt 1'), idOf('§ 1'))).toMatchObject({ ok: false, error: { code: 'nesting' } });
  expect(move(idOf('§ 2'), idOf('§ 2 ust. 1'))).toMatchObject({ ok: false, error: { code: 'own-subtree' } });
  expect(move(idOf('§ 5 ust. 3'), idOf('§ 2'))).toMatchObject({ ok: true });
  expect(move(idOf('§ 1'), idOf('rozdział 2'))).toMatchObject({ ok: true });
});

test('a split keeps the first part where it was; the list stays behind the words that introduce it', () => {
  const next = done([
    { op: 'split', clauseId: idOf('§ 2 ust. 2'), text: 'Próbę ogłasza burmistrz.', rest: 'Ogłasza się ją:' },
  ]);
  expect([textOf(next, '§ 2 ust. 2'), textOf(next, '§ 2 ust. 3'), textOf(next, '§ 2 ust. 3 pkt 1')]).toEqual([
    'Próbę ogłasza burmistrz.',
    'Ogłasza się ją:',
    'w Biuletynie Informacji Publicznej;',
  ]);
  expect(next.find(({ text }) => text === 'Próbę ogłasza burmistrz.')?.clauseId).toBe(idOf('§ 2 ust. 2'));
  expect(tryChanges(units, [{ op: 'split', clauseId: idOf('§ 1'), text: 'Wszystko.', rest: ' ' }])).toMatchObject({
    error: { code: 'empty-part' },
  });
});

test('a merge takes a sibling in with what is below it; others are no siblings', () => {
  const next = done([
    { op: 'merge', clauseId: idOf('§ 5 ust. 2'), targetId: idOf('§ 5 ust. 1'), text: 'Wniosek zawiera:' },
  ]);
  expect(next.some(({ clauseId }) => clauseId === idOf('§ 5 ust. 1'))).toBe(false);
  expect(textOf(next, '§ 5 ust. 1 pkt 3')).toBe('podpis.');
  expect(inOrder(next)).toEqual(next);
  const apart = tryChanges(units, [{ op: 'merge', clauseId: idOf('§ 1'), targetId: idOf('§ 2 ust. 1'), text: 'x' }]);
  expect(apart).toEqual({ ok: false, error: { code: 'not-siblings', clauseId: idOf('§ 2 ust. 1') } });
});

test('changes inside a unit that is deleted as well are refused by name, and one in its place is not', () => {
  const inside: DraftChange[] = [
    { op: 'delete', clauseId: idOf('§ 2') },
    { op: 'insert-after', clauseId: idOf('§ 2 ust. 1'), type: 'subsection', text: 'x' },
  ];
  expect(tryChanges(units, inside)).toEqual({
    ok: false,
    error: { code: 'inside-deleted', clauseId: idOf('§ 2 ust. 1') },
  });
  expect(
    done([
      { op: 'delete', clauseId: idOf('§ 2') },
      { op: 'insert-after', clauseId: idOf('§ 2'), type: 'paragraph', text: 'Nowy.' },
    ]).some(({ text }) => text === 'Nowy.'),
  ).toBe(true);
});

test('references follow what they mean, also those in words that the change brings', () => {
  const next = nextText({ units, numbering: 'draft' }, [
    { op: 'insert-after', clauseId: idOf('§ 1'), type: 'paragraph', text: 'Nowy.' },
    { op: 'replace', clauseId: idOf('§ 5 ust. 3'), text: 'Wniosek z § 5 rozpatruje się w terminie 7 dni.' },
  ]);
  if (!next.ok) throw new Error(next.error.code);
  const after = withIds(next.value.units);
  expect(textOf(after, '§ 6 ust. 1')).toBe('Wniosek, o którym mowa w § 3 ust. 2, zawiera:');
  expect(textOf(after, '§ 6 ust. 2')).toBe('Do wniosku, o którym mowa w ust. 1, stosuje się § 4.');
  expect(textOf(after, '§ 6 ust. 3')).toBe('Wniosek z § 6 rozpatruje się w terminie 7 dni.');
  expect(next.value.references).toContainEqual({ key: idOf('§ 5 ust. 1'), was: '§ 2 ust. 2', is: '§ 3 ust. 2' });
  expect(next.value.lost).toEqual([]);
});

test('a reference to what is deleted keeps its words and is reported', () => {
  const next = nextText({ units, numbering: 'draft' }, [{ op: 'delete', clauseId: idOf('§ 3') }]);
  if (!next.ok) throw new Error(next.error.code);
  expect(next.value.lost).toEqual([{ key: idOf('§ 5 ust. 2'), words: '§ 3', target: '§ 3' }]);
  expect(textOf(withIds(next.value.units), '§ 4 ust. 2')).toContain('stosuje się § 3.');
});
