import { expect, test } from 'vitest';
import { askedOf } from './asking.ts';
import { withFieldwork } from './fieldwork.ts';
import type { FieldworkRecord } from './record.ts';

const endsAt = '2026-07-31T21:59:00.000Z';
const notice = { way: 'post', to: 'Rynek 1', number: '1', sentOn: '2026-07-01', deliveredOn: null, proof: '' } as const;

test('only a delivery within the term makes silence of a missing reply', () => {
  const state = (deliveredOn: string | null, receivedOn: string | null = null) =>
    askedOf({ endsAt, notice: { ...notice, deliveredOn }, receivedOn }, { replied: false });
  expect(state(null).state).toBe('unnotified');
  expect(state('2026-08-01').state).toBe('unnotified');
  // The last minute of a term in Poland is the day before in UTC.
  expect(state('2026-07-31')).toEqual({ state: 'silent', until: endsAt, deliveredOn: '2026-07-31' });
  expect(state('2026-07-09', '2026-07-04').deliveredOn).toBe('2026-07-04');
  expect(askedOf({ endsAt, notice: null, receivedOn: null }, { replied: true }).state).toBe('replied');
  expect(askedOf(null, { replied: false })).toEqual({ state: 'not-asked', until: null, deliveredOn: null });
});

test('a record that was frozen before deliveries were kept knows nothing of them, and its silences stay as they were written', () => {
  const record = {
    schema: 'paragraf-fieldwork/1',
    double: { share: 0, seed: 1, byCause: { drawn: 0, border: 0, objection: 0 } },
    coders: [],
    reviewers: [],
    stoodAside: [],
    rounds: [{ teryt: '9901013', openedAt: '2026-07-01T08:00:00.000Z', endsAt }],
    cells: [],
  } as unknown as FieldworkRecord;
  const unit = { municipality: { teryt: '9901013' }, answers: new Map([['T01', {}]]) } as never;
  const older = withFieldwork(unit, record);
  expect(older.people).not.toHaveProperty('asked');
  expect(older.fieldwork.get('T01')?.reply).toMatchObject({ until: endsAt, stance: null });
  const newer = withFieldwork(unit, { ...record, schema: 'paragraf-fieldwork/2' });
  expect(newer.people.asked?.state).toBe('unnotified');
  expect(newer.fieldwork.get('T01')?.reply).toBeNull();
});
