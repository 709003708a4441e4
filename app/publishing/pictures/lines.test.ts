import { expect, test } from 'vitest';
import { breakLines } from './lines.ts';

const room = { width: 530, size: 50, max: 2 };

test('words are broken where they no longer fit, and nothing is lost while there is room', () => {
  expect(breakLines('Zasady konsultacji z mieszkańcami', room)).toEqual(['Zasady konsultacji z', 'mieszkańcami']);
  expect(breakLines('', room)).toEqual([]);
});

test('bound words are not torn apart', () => {
  expect(breakLines('Zasady konsultacji z\u00a0mieszkańcami', room)).toEqual([
    'Zasady konsultacji',
    'z\u00a0mieszkańcami',
  ]);
});

test('what does not fit ends with an ellipsis, and a word longer than a line is cut', () => {
  const lines = breakLines('Zasady konsultacji z mieszkańcami gminy oraz organizacjami pozarządowymi', room);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
  for (const line of [...lines, ...breakLines('a'.repeat(70), room)]) expect(line.length).toBeLessThanOrEqual(21);
});
