import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import vectors from '#tests/fixtures/krippendorff-vectors.json';
import { methodologySchema } from '../methodology/parse-methodology.ts';
import type { CellCoding, FieldCell } from '../cards/cells.ts';
import { reliabilityOf } from './reliability-of.ts';

const methodology = methodologySchema.parse(
  JSON.parse(readFileSync(new URL('../methodology/data/methodology-gmina-2026.json', import.meta.url), 'utf8')),
);
const coding = (slot: number, level: number | null): CellCoding => ({
  id: `${slot}`,
  slot,
  coderId: `p${slot}`,
  coder: '',
  revision: 1,
  submittedAt: '2026-01-01',
  state: level === null ? 'not_assessed' : 'scored',
  level,
  reason: '',
  requestedOn: null,
  codedAt: '',
  evidence: [],
});
const cell = (
  n: number,
  indicator: string,
  levels: (number | null)[],
  cause: FieldCell['cause'] = 'drawn',
): FieldCell => ({
  teryt: String(9_000_000 + n),
  indicator,
  cause,
  codings: levels.map((level, at) => coding(at + 1, level)),
  adjudication: null,
  reply: null,
});

test('the alpha of an area is that of its pairs, and a published vector comes out of real cells', () => {
  const vector = vectors.vectors.find((each) => each.id === 'kripp-2011-A');
  const matrix = vector?.data as number[][];
  // Binary, ten units: below twenty pairs there is no alpha, so the ten are taken twice.
  const cells = [0, 100].flatMap((shift) =>
    (matrix[0] ?? []).map((_, n) => cell(shift + n, 'T01', [matrix[0]?.[n] ?? null, matrix[1]?.[n] ?? null])),
  );
  const [area] = reliabilityOf({ methodology, cells, seed: 3 }).areas;
  expect(area).toMatchObject({ area: 'T', pairs: 20, equal: 12 });
  // By hand: 8 unequal pairs, 40 values of which 12 are one and 28 the other.
  expect(area?.levels.alpha?.value).toBeCloseTo(1 - (39 * 8) / (12 * 28), 9);
});

test('without pairs, with few, and without variation nothing is made up', () => {
  const few = reliabilityOf({ methodology, cells: [cell(1, 'I05', [1, 1]), cell(2, 'I05', [0, 2])], seed: 1 });
  expect(few.areas.find((area) => area.area === 'I')?.levels).toMatchObject({
    units: 2,
    agreement: 0.5,
    alpha: null,
    reason: 'too-few-units',
  });
  expect(few.areas.find((area) => area.area === 'P')?.levels).toMatchObject({ alpha: null, reason: 'no-pairs' });
  const same = reliabilityOf({
    methodology,
    cells: Array.from({ length: 25 }, (_, n) => cell(n, 'P04', [2, 2])),
    seed: 1,
  });
  expect(same.indicators).toMatchObject([
    { indicator: 'P04', pairs: 25, equal: 25, levels: { alpha: null, reason: 'no-variation', agreement: 1 } },
  ]);
});

test('objections and answers that are not handed in are no pairs', () => {
  const open = { ...cell(3, 'T01', [1, 2]), codings: [coding(1, 1), { ...coding(2, 2), submittedAt: null }] };
  const result = reliabilityOf({
    methodology,
    cells: [cell(1, 'T01', [1, 1], 'objection'), open, cell(2, 'T01', [2], null)],
    seed: 1,
  });
  expect(result).toMatchObject({ answered: 3, pairs: 0 });
});

test('border cases are coded twice, but only drawn cells are a sample; an older record is measured as it was', () => {
  const cells = [cell(1, 'T01', [1, 1], 'drawn'), cell(2, 'T01', [1, 2], 'border')];
  expect(reliabilityOf({ methodology, cells, seed: 1 })).toMatchObject({ twice: 2, pairs: 1, equal: 1 });
  const older = reliabilityOf({ methodology, cells, seed: 1, withBorder: true });
  expect(older).toMatchObject({ pairs: 2, equal: 1 });
  expect(older).not.toHaveProperty('twice');
});
