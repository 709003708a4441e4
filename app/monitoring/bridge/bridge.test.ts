import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Methodology } from '../methodology/methodology-schema.ts';
import { methodologySchema } from '../methodology/parse-methodology.ts';
import { bridgeOf, commonPairs, readMapping } from './bridge.ts';
import { bridgesTo } from './version-chain.ts';

const older = methodologySchema.parse(
  JSON.parse(readFileSync(new URL('../methodology/data/methodology-gmina-2026.json', import.meta.url), 'utf8')),
);
const reworded = { pl: 'Inne pytanie?', en: 'Another question?' };
const change = (work: (indicators: Methodology['indicators']) => Methodology['indicators']): Methodology => ({
  ...older,
  version: '2.0.0',
  indicators: work(older.indicators),
});
const kindOf = (newer: Methodology, id: string, mapping = {}) =>
  bridgeOf(older, newer, mapping).find((row) => row.to === id || (row.to === null && row.from === id));

test('the same text under any weight or code is common; a reworded question is not', () => {
  const newer = change((all) =>
    all.map((each) =>
      each.id === 'T01'
        ? { ...each, weight: 1 }
        : each.id === 'T02'
          ? { ...each, question: reworded }
          : each.id === 'T03'
            ? { ...each, id: 'T93' }
            : each,
    ),
  );
  expect(kindOf(newer, 'T01')).toEqual({ from: 'T01', to: 'T01', kind: 'same' });
  expect(kindOf(newer, 'T02')).toEqual({ from: 'T02', to: 'T02', kind: 'changed' });
  expect(kindOf(newer, 'T93')).toEqual({ from: 'T03', to: 'T93', kind: 'same' });
  expect(commonPairs(bridgeOf(older, newer))).toHaveLength(35);
});

test('a dropped and a new indicator are told apart, and a mapping joins what the team says', () => {
  const newer = change((all) =>
    all.map((each) => (each.id === 'T04' ? { ...each, id: 'T44', question: reworded } : each)),
  );
  expect([kindOf(newer, 'T44')?.kind, kindOf(newer, 'T04')?.kind]).toEqual(['added', 'removed']);
  expect(kindOf(newer, 'T44', { T04: 'T44' })).toEqual({ from: 'T04', to: 'T44', kind: 'mapped' });
});

test('a mapping line that links nothing, or takes a place twice, is named', () => {
  const read = (text: string) => readMapping(text, older, older);
  expect(read(' T03 = T04 \n\n')).toEqual({ ok: true, mapping: { T03: 'T04' } });
  for (const line of ['T03', 'X1 = T04', 'T03 = X1']) expect(read(line)).toEqual({ ok: false, problem: { line } });
  expect(read('T03 = T04\nT05 = T04')).toEqual({ ok: false, problem: { line: 'T05 = T04' } });
});

test('every indicator of both versions occurs once, whatever was dropped, added, reworded or reordered', () => {
  const edits = fc.array(fc.record({ at: fc.nat(35), what: fc.constantFrom('drop', 'reword', 'rename') }), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(edits, fc.boolean(), (list, reversed) => {
      const indicators = older.indicators.flatMap((each, at) => {
        const edit = list.find((one) => one.at === at);
        if (edit?.what === 'drop') return [];
        return [
          edit?.what === 'reword'
            ? { ...each, question: reworded }
            : edit?.what === 'rename'
              ? { ...each, id: `N${at}` }
              : each,
        ];
      });
      const rows = bridgeOf(older, { ...older, indicators: reversed ? [...indicators].reverse() : indicators });
      expect(rows.flatMap((row) => row.from ?? []).sort()).toEqual(older.indicators.map((each) => each.id).sort());
      expect(rows.flatMap((row) => row.to ?? []).sort()).toEqual(indicators.map((each) => each.id).sort());
    }),
  );
});

test('far versions are linked through those between, in both directions, and an indicator lost on the way stays lost', () => {
  const first = { methodology: older, mapping: {} };
  const second = {
    methodology: {
      ...change((all) =>
        all.map((each) =>
          each.id === 'T04'
            ? { ...each, id: 'T44', question: reworded }
            : each.id === 'T05'
              ? { ...each, question: reworded }
              : each,
        ),
      ),
      version: '2',
    },
    mapping: { T04: 'T44' },
  };
  const third = {
    methodology: {
      ...second.methodology,
      version: '3',
      indicators: second.methodology.indicators.map((each) =>
        each.id === 'T44'
          ? { ...each, id: 'T45' }
          : each.id === 'T05'
            ? { ...each, question: older.indicators.find((old) => old.id === 'T05')!.question }
            : each,
      ),
    },
    mapping: {},
  };
  const chain = [first, second, third];
  const toThird = bridgesTo('3', chain);
  expect([...toThird.keys()]).toEqual(['2', older.version]);
  expect(toThird.get(older.version)).toContainEqual({ before: 'T04', after: 'T45' });
  expect(toThird.get(older.version)?.some((pair) => pair.before === 'T05' || pair.after === 'T05')).toBe(false);
  expect(toThird.get(older.version)).toHaveLength(35);
  expect(bridgesTo(older.version, chain).get('3')).toContainEqual({ before: 'T45', after: 'T04' });
  expect(bridgesTo('9', chain)).toEqual(new Map());
});
