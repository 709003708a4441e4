import { expect, test } from 'vitest';
import { isComparable, unreliableAreas } from './comparable.ts';
import { readAlpha, type Reliability } from '../scoring/reliability.ts';

const measured = (value: number | null): Reliability => ({
  units: 30,
  values: 60,
  agreement: 0.7,
  alpha: value === null ? null : { value, from: null, to: null, reading: readAlpha(value) },
  reason: value === null ? 'too-few-units' : null,
});

test('below the threshold of alpha an indicator is not compared: its own counts before that of its area', () => {
  const area = (id: string, value: number | null) => ({
    area: id,
    pairs: 30,
    equal: 21,
    levels: measured(value),
    states: measured(null),
  });
  const one = (indicator: string, of: string, value: number | null) => ({
    indicator,
    area: of,
    pairs: 30,
    equal: 21,
    levels: measured(value),
  });
  const edition = {
    areas: [area('T', 0.66), area('I', 0.667), area('P', null)],
    indicators: [one('T01', 'T', 0.9), one('T02', 'T', null), one('I01', 'I', 0.5)],
  };
  expect(unreliableAreas(edition)).toEqual([{ area: 'T', alpha: 0.66 }]);
  const compared = ['T01', 'T02', 'T03', 'I01', 'I02', 'P01'].filter((id) =>
    isComparable(edition, { id, area: id.charAt(0) }),
  );
  expect(compared).toEqual(['T01', 'I02', 'P01']);
});
