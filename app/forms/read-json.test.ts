import { expect, test } from 'vitest';
import { isDeeper, jsonDepth, readJson } from './read-json.ts';

test('what is nested too deep is refused before it is read, in either bracket', () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    const nested = (depth: number) => open.repeat(depth) + '1' + close.repeat(depth);
    expect(() => readJson(nested(jsonDepth))).not.toThrow();
    expect(() => readJson(nested(jsonDepth + 1))).toThrow(SyntaxError);
    expect(() => readJson(nested(200_000))).toThrow(SyntaxError);
  }
  expect(isDeeper(JSON.stringify({ a: '['.repeat(1_000), b: '\\"{'.repeat(100) }))).toBe(false);
  expect(isDeeper('[]'.repeat(1_000))).toBe(false);
});

test('signs that the database does not store are taken out of words', () => {
  expect(readJson('{"a":"x\\u0000y","b":["\\ud800z","\\ud83d\\ude00"]}')).toEqual({ a: 'xy', b: ['\u{fffd}z', '😀'] });
});
