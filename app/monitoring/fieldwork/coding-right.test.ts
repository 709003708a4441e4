import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codingRight, type CellSituation } from './coding-right.ts';

const at: CellSituation = {
  viewerId: 'anna',
  canCode: true,
  isBlind: true,
  cause: 'drawn',
  codings: [],
  assigned: { first: null, second: null },
  roundOpened: false,
};
const by = (coderId: string, slot: number, submittedAt: string | null = null) => ({ coderId, slot, submittedAt });

test('without assignments the first to come takes the first coding, the next the second, a third none', () => {
  expect(codingRight(at)).toEqual({ ok: true, slot: 1 });
  expect(codingRight({ ...at, codings: [by('piotr', 1)] })).toEqual({ ok: true, slot: 2 });
  expect(codingRight({ ...at, codings: [by('piotr', 1), by('ewa', 2)] })).toEqual({ ok: false, refusal: 'taken' });
  expect(codingRight({ ...at, cause: null, codings: [by('piotr', 1)] })).toEqual({ ok: false, refusal: 'taken' });
  expect(codingRight({ ...at, cause: null, isBlind: false, codings: [by('piotr', 1)] })).toEqual({ ok: true, slot: 1 });
});

test('an assignment decides who writes which coding', () => {
  const assigned = { first: 'piotr', second: 'anna' };
  expect(codingRight({ ...at, assigned })).toEqual({ ok: true, slot: 2 });
  expect(codingRight({ ...at, assigned, cause: null })).toEqual({ ok: false, refusal: 'not-assigned' });
  expect(codingRight({ ...at, assigned: { first: 'piotr', second: 'ewa' } })).toEqual({
    ok: false,
    refusal: 'not-assigned',
  });
  expect(
    codingRight({ ...at, assigned: { first: 'anna', second: null }, cause: null, codings: [by('piotr', 1)] }),
  ).toEqual({ ok: true, slot: 1 });
});

test('what was handed in, and what the office was shown, stays', () => {
  expect(codingRight({ ...at, codings: [by('anna', 1, '2026-02-02')] })).toEqual({ ok: false, refusal: 'handed-in' });
  expect(codingRight({ ...at, cause: null, roundOpened: true })).toEqual({ ok: false, refusal: 'reply-round' });
  expect(
    codingRight({ ...at, cause: 'objection', roundOpened: true, codings: [by('piotr', 1, '2026-02-02')] }),
  ).toEqual({ ok: true, slot: 2 });
  expect(codingRight({ ...at, canCode: false })).toEqual({ ok: false, refusal: 'reviewer' });
});

test('nobody ever gets both codings of a cell, nor the one of another that was handed in', () => {
  const person = fc.constantFrom('anna', 'piotr', 'ewa');
  const maybe = fc.option(person, { nil: null });
  const situations = fc
    .record({
      viewerId: person,
      canCode: fc.constant(true),
      isBlind: fc.boolean(),
      cause: fc.constantFrom('drawn', 'border', 'objection', null),
      roundOpened: fc.boolean(),
      first: fc.option(fc.record({ coderId: person, submittedAt: maybe }), { nil: null }),
      second: fc.option(fc.record({ coderId: person, submittedAt: maybe }), { nil: null }),
      assigned: fc
        .record({ first: maybe, second: maybe })
        .filter(({ first, second }) => first === null || first !== second),
    })
    .filter(({ first, second, cause }) => first?.coderId !== second?.coderId && (cause !== null || second === null));
  fc.assert(
    fc.property(situations, ({ first, second, ...situation }) => {
      const codings = [...(first ? [{ ...first, slot: 1 }] : []), ...(second ? [{ ...second, slot: 2 }] : [])];
      const right = codingRight({ ...situation, codings });
      if (!right.ok) return;
      expect(codings.some((coding) => coding.coderId === situation.viewerId && coding.slot !== right.slot)).toBe(false);
      expect(codings.find((coding) => coding.slot === right.slot)?.submittedAt ?? null).toBeNull();
      if (situation.cause === null) expect(right.slot).toBe(1);
    }),
  );
});
