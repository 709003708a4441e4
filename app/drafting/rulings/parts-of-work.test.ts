import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DraftChange } from '#app/drafting/acts/draft.ts';
import { changedText, nextText } from '#app/drafting/acts/next-text.ts';
import { sample, unitsOf, withIds } from '#app/drafting/acts/test-units.ts';
import { concerned, planCarries, type OpenRemark } from '../carry/carry-plan.ts';
import { placedUnits, touchedClauses } from '../carry/touched.ts';
import { changedUnits } from './changed-units.ts';
import { textTogether } from './text-together.ts';

const draft = { units: unitsOf(sample), numbering: 'draft' as const };
const clause = fc.constantFrom(...draft.units.map(({ clauseId }) => clauseId));
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

test('remarks carried over on the part of a text that they concern end as they would on the whole', () => {
  const operation = fc.record({
    op: fc.constantFrom(
      'replace' as const,
      'delete' as const,
      'insert-after' as const,
      'move' as const,
      'merge' as const,
      'split' as const,
      'none' as const,
    ),
    clauseId: clause,
    target: fc.option(clause),
    after: fc.constantFrom('Nowe.', 'Inaczej.', 'Próby trwają co najmniej 21 dni.'),
  });
  let carried = 0;
  fc.assert(
    fc.property(
      fc.array(anyChange, { minLength: 1, maxLength: 4 }),
      fc.array(operation, { minLength: 1, maxLength: 3 }),
      (changes, operations) => {
        const next = nextText(draft, changes);
        if (!next.ok) return;
        const after = withIds(next.value.units);
        const remark: OpenRemark = {
          id: 'r',
          number: 1,
          fit: 'unchanged',
          operations: operations.map(({ op, clauseId, target, after: words }, at) => ({
            id: String(at),
            op,
            clauseId,
            targetClauseId: target,
            targetBase: target && draft.units.find((unit) => unit.clauseId === target)!.text,
            fit: 'unchanged',
            wordings: [
              {
                kind: 'filed',
                base: draft.units.find((unit) => unit.clauseId === clauseId)!.text,
                after: words,
                rest: null,
              },
            ],
          })),
        };
        const touched = touchedClauses(placedUnits(draft.units), placedUnits(after));
        const all = after.map((unit) => ({ ...unit, parentId: unit.parentClauseId }));
        const whole = planCarries([remark], touched, all);
        const part = concerned([remark], touched, all);
        carried += whole.length;
        expect(planCarries([remark], part.touched, part.after)).toEqual(whole);
      },
    ),
    { numRuns: 1_500 },
  );
  expect(carried).toBeGreaterThan(50);
});

test('one change that can be made needs nothing to be brought together', () => {
  let made = 0;
  fc.assert(
    fc.property(anyChange, (change) => {
      const changes = [change];
      const next = nextText(draft, changes);
      if (!next.ok) return;
      made += 1;
      expect(textTogether(draft, [{ number: 1, changes }])).toEqual({
        result: changedUnits(draft.units, next.value.units, changes),
        conflicts: [],
        changes,
      });
    }),
    { numRuns: 800 },
  );
  expect(made).toBeGreaterThan(50);
});

test('where a changed text says that numbers stay, following references changes nothing', () => {
  let kept = 0;
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 3 }), (changes) => {
      const changed = changedText(draft, changes);
      if (!changed.ok || !changed.value.keepsNumbers) return;
      kept += 1;
      expect(nextText(draft, changes)).toEqual({
        ok: true,
        value: { units: changed.value.units, references: [], lost: [] },
      });
    }),
    { numRuns: 500 },
  );
  expect(kept).toBeGreaterThan(20);
});
