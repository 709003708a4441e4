import { expect, test } from 'vitest';
import { medianOf } from './edition-table.ts';

test('the median of an even number lies halfway between the two in the middle, a half up', () => {
  expect(medianOf([])).toBeNull();
  expect(medianOf(['49.5'])).toBe('49.5');
  expect(medianOf(['10.0', '43.2', '90.1'])).toBe('43.2');
  expect(medianOf(['10.0', '43.2', '49.4', '90.1'])).toBe('46.3');
  expect(medianOf(['10.0', '43.2', '49.5', '90.1'])).toBe('46.4');
  expect(medianOf(['0.1', '0.2'])).toBe('0.2');
  expect(medianOf(['43', '44'])).toBe('44');
});
