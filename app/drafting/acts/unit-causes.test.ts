import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DraftChange, DraftUnit } from './draft.ts';
import { nextText } from './next-text.ts';
import { sample, unitsOf, withIds } from './test-units.ts';
import { isOnlyNumber, unitCauses, type PlacementRow, type UnitCause } from './unit-causes.ts';
import { citationsOf } from './unit-tree.ts';
import { allChanged, diffVersions } from './version-diff.ts';

const first = unitsOf(sample);
const idOf = (units: readonly DraftUnit[], citation: string) =>
  units[citationsOf(units).findIndex((each) => each === citation)]!.clauseId;

/** An id that the version gave, told apart from those that others gave. */
const named = (id: string, version: number) => (/^(new|rev)\d+$/.test(id) ? `${id}-${version}` : id);

/** Versions after each step as the database keeps them: a placement lasts until something about it changes. */
function history(steps: readonly (readonly DraftChange[])[]): { versions: DraftUnit[][]; rows: PlacementRow[] } {
  const versions = [first];
  for (const changes of steps) {
    const next = nextText({ units: versions.at(-1)!, numbering: 'draft' }, changes);
    if (next.ok) {
      const version = versions.length + 1;
      versions.push(
        withIds(next.value.units).map((unit) => ({
          ...unit,
          clauseId: named(unit.clauseId, version),
          parentClauseId: unit.parentClauseId && named(unit.parentClauseId, version),
          revisionId: named(unit.revisionId, version),
        })),
      );
    }
  }
  const rows: PlacementRow[] = [];
  const open = new Map<string, PlacementRow>();
  const key = ({ revisionId, parentClauseId, type, label, orderKey }: PlacementRow | DraftUnit) =>
    JSON.stringify([revisionId, parentClauseId, type, label, orderKey]);
  versions.forEach((units, at) => {
    const here = new Map(units.map((unit) => [unit.clauseId, unit]));
    for (const [id, row] of open)
      if (!here.has(id) || key(here.get(id)!) !== key(row)) {
        row.toVersion = at + 1;
        open.delete(id);
      }
    for (const { clauseId, revisionId, parentClauseId, type, label, orderKey } of units)
      if (!open.has(clauseId)) {
        const row = {
          clauseId,
          revisionId,
          parentClauseId,
          type,
          label,
          orderKey,
          fromVersion: at + 1,
          toVersion: null,
        };
        rows.push(row);
        open.set(clauseId, row);
      }
  });
  return { versions, rows };
}

function explained({ versions, rows }: ReturnType<typeof history>, from: number, to: number, isBackwards = false) {
  const [old, now] = [versions[from - 1]!, versions[to - 1]!];
  const diff = isBackwards ? diffVersions(now, old, 'pl') : diffVersions(old, now, 'pl');
  const units = [...allChanged(diff.units), ...diff.renumbered];
  const causes = unitCauses(
    rows.filter(
      ({ fromVersion, toVersion }) =>
        (fromVersion > from && fromVersion <= to) || (toVersion !== null && toVersion > from && toVersion <= to),
    ),
    { after: from, upTo: to },
    {
      units,
      placeOf: (clauseId) => versions[to - 1]!.find((unit) => unit.clauseId === clauseId),
    },
  );
  return { diff, units, causes };
}

const clause = fc.constantFrom(...first.map(({ clauseId }) => clauseId));
const change: fc.Arbitrary<DraftChange> = fc.oneof(
  fc.record({ op: fc.constant('move' as const), clauseId: clause, targetId: clause }),
  fc.record({
    op: fc.constant('split' as const),
    clauseId: clause,
    text: fc.constant('Część pierwsza.'),
    rest: fc.constant('Część druga.'),
  }),
  fc.record({ op: fc.constant('merge' as const), clauseId: clause, targetId: clause, text: fc.constant('Razem.') }),
  fc.record({
    op: fc.constant('replace' as const),
    clauseId: clause,
    text: fc.constantFrom('Inaczej.', 'Jeszcze inaczej.', 'Zgodnie z § 3.'),
  }),
  fc.record({
    op: fc.constant('insert-after' as const),
    clauseId: clause,
    type: fc.constantFrom('paragraph' as const, 'subsection' as const),
    text: fc.constant('Nowe.'),
  }),
  fc.record({ op: fc.constant('delete' as const), clauseId: clause }),
);

test('every changed unit names its cause, whatever was done in whatever order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      (steps, a, b, isBackwards) => {
        const made = history(steps);
        const last = made.versions.length;
        const [from, to] = [1 + (a % last), 1 + (b % last)].sort((x, y) => x - y) as [number, number];
        const { units, causes } = explained(made, from, to, isBackwards);
        for (const unit of units) {
          expect(causes[unit.clauseId]).not.toEqual([]);
          for (const { version } of causes[unit.clauseId]!) {
            expect(version).toBeGreaterThan(from);
            expect(version).toBeLessThanOrEqual(to);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});

const versionsOf = (causes: readonly UnitCause[] | undefined) => causes?.map(({ version, ways }) => [version, ways]);

test('a unit whose level alone is another is explained by what moved the unit around it', () => {
  const point = idOf(first, '§ 2 ust. 2 pkt 1');
  const insert = { op: 'insert-after', clauseId: idOf(first, '§ 3'), type: 'subsection', text: 'Nowe.' } as const;
  const move = { op: 'move', clauseId: idOf(first, '§ 2 ust. 2'), targetId: first[8]!.clauseId } as const;
  const { units, causes } = explained(history([[insert, move]]), 1, 2);
  expect(units.map(({ clauseId }) => clauseId)).toContain(point);
  expect(versionsOf(causes[point])).toEqual([[2, ['place']]]);
});

test('of two units that changed places the one that looks moved is explained by the move', () => {
  const made = history([
    [{ op: 'replace', clauseId: idOf(first, '§ 2 ust. 1'), text: 'Próby trwają 21 dni.' }],
    [{ op: 'move', clauseId: idOf(first, '§ 4'), targetId: idOf(first, '§ 2') }],
  ]);
  const { diff, causes } = explained(made, 1, 3);
  const moved = diff.changes.filter(({ change: kind }) => kind.startsWith('moved'));
  expect(moved.length).toBeGreaterThan(0);
  for (const { clauseId } of moved) expect(causes[clauseId]!.map(({ version }) => version)).toEqual([3]);
  expect(diff.renumbered.length).toBeGreaterThan(0);
  for (const { clauseId } of diff.renumbered) expect(versionsOf(causes[clauseId])).toEqual([[3, ['number']]]);
  expect(versionsOf(causes[idOf(first, '§ 2 ust. 1')])).toEqual([[2, ['words']]]);
});

test('a number is told apart from words: what renumbered a unit is not what reworded it', () => {
  const made = history([
    [{ op: 'insert-after', clauseId: idOf(first, '§ 2 ust. 1'), type: 'subsection', text: 'Nowy.' }],
    [{ op: 'replace', clauseId: idOf(first, '§ 2 ust. 3'), text: 'Wynik ogłasza się.' }],
  ]);
  const { causes } = explained(made, 1, 3);
  const of = causes[idOf(first, '§ 2 ust. 3')]!;
  expect(versionsOf(of)).toEqual([
    [2, ['number']],
    [3, ['words']],
  ]);
  expect(of.map(isOnlyNumber)).toEqual([true, false]);
});

test('a deleted unit names what deleted it, not what had reworded it', () => {
  const clauseId = idOf(first, '§ 2 ust. 3');
  const made = history([[{ op: 'replace', clauseId, text: 'Inaczej.' }], [{ op: 'delete', clauseId }]]);
  expect(versionsOf(explained(made, 1, 3).causes[clauseId])).toEqual([[3, ['out']]]);
});

test('both parts of a split and both units of a merge name the version', () => {
  const [one, two] = [idOf(first, '§ 2 ust. 2 pkt 1'), idOf(first, '§ 2 ust. 2 pkt 2')];
  const merged = history([[{ op: 'merge', clauseId: one, targetId: two, text: 'w Biuletynie i na tablicy.' }]]);
  const { causes } = explained(merged, 1, 2);
  expect([causes[one], causes[two]].map(versionsOf)).toEqual([[[2, ['words']]], [[2, ['out']]]]);
  const split = history([[{ op: 'split', clauseId: idOf(first, '§ 1'), text: 'Raz.', rest: 'Dwa.' }]]);
  const parts = explained(split, 1, 2);
  expect(parts.units.length).toBeGreaterThan(1);
  for (const { clauseId } of parts.units) expect(parts.causes[clauseId]!.map(({ version }) => version)).toEqual([2]);
});
