import { expect, test } from 'vitest';
import { formatNumber, localDecimal } from './numbers.ts';

test('figures are grouped and pointed the way each language does it', () => {
  expect(formatNumber('pl', 1249)).toBe('1\u00a0249');
  expect(formatNumber('en', 1249)).toBe('1,249');
  expect(formatNumber('pl', 49.5, 1)).toBe('49,5');
  expect(formatNumber('en', 49.5, 2)).toBe('49.50');
});

test('a minus is a true minus, and nothing is not negative', () => {
  expect(formatNumber('pl', -3)).toBe('\u22123');
  expect(formatNumber('pl', -0.4)).toBe('0');
  expect(formatNumber('en', -0)).toBe('0');
});

test('a figure computed elsewhere is kept digit for digit', () => {
  expect(localDecimal('pl', '49.50')).toBe('49,50');
  expect(localDecimal('en', '-49.50')).toBe('\u221249.50');
});
