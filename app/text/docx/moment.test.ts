import { expect, test } from 'vitest';
import { oneMoment } from './moment.ts';

test('a moment has one form, however it was written', () => {
  const written = [
    '2026-05-01T12:00:00Z',
    '2026-05-01T12:00:00.000Z',
    '2026-05-01T12:00:00',
    '2026-05-01T12:00Z',
    '2026-05-01T14:00:00+02:00',
    '2026-05-01T07:00:00.5-05:00',
  ];
  expect(new Set(written.map(oneMoment))).toEqual(new Set(['2026-05-01T12:00:00Z']));
  expect(['', 'wczoraj', '2026-05-01', '2026-13-41T12:00:00Z'].map(oneMoment)).toEqual([
    '',
    'wczoraj',
    '2026-05-01',
    '2026-13-41T12:00:00Z',
  ]);
});
